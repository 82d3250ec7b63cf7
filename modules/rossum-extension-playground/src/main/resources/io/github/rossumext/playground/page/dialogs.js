// The dialogs: a document of one's own, and the keys.
import {act} from './connection.js';
import {h, useEffect, useRef, useState} from './dom.js';

/** Closes the dialog around a button, which gives the focus back. */
function closeAround(event) {
  event.currentTarget.closest('dialog').close();
}

function Dialog({label, onClose, children}) {
  const dialog = useRef(null);
  useEffect(() => dialog.current.showModal(), []);
  return h('dialog', {ref: dialog, class: 'dialog', 'aria-label': label, onClose},
    h('h2', null, label),
    children);
}

export function PasteDialog({onClose}) {
  const [refusals, setRefusals] = useState([]);
  const text = useRef(null);
  const open = async () => {
    const reasons = await act('paste', {text: text.current.value});
    setRefusals(reasons);
    if (reasons.length === 0) {
      text.current.closest('dialog').close();
    }
  };
  return h(Dialog, {label: 'Paste a document', onClose},
    h('p', null, 'A request of annotation_content, such as a recorded one, or a schema: then the document is empty.'),
    h('textarea', {ref: text, class: 'pasted', 'aria-label': 'JSON', rows: 14, spellcheck: false}),
    refusals.map(reason => h('p', {key: reason, class: 'message error', role: 'alert'}, reason)),
    h('div', {class: 'buttons'},
      h('button', {type: 'button', class: 'button', onClick: closeAround}, 'Cancel'),
      h('button', {type: 'button', class: 'button primary', onClick: open}, 'Open')));
}

const KEYS = [
  ['Enter', 'accept, and go to the next field that needs attention; after the last one to Confirm'],
  ['Tab, Shift+Tab', 'go through everything, in order'],
  ['Esc', 'restore the text'],
  ['Alt+↓', 'open a dropdown'],
  ['↑ ↓ ← →', 'in a table: go to the next cell'],
  ['Page up, Page down', 'in a table: go ten rows'],
  ['Ctrl+Home, Ctrl+End', 'in a table: go to the first or the last cell'],
  ['F6, Shift+F6', 'go to the next part of the screen, or to the one before'],
  ['?', 'show the keys'],
];

export function KeysDialog({onClose}) {
  return h(Dialog, {label: 'Keys', onClose},
    h('dl', {class: 'keys'}, KEYS.map(([keys, meaning]) =>
      h('div', {key: keys}, h('dt', null, h('kbd', null, keys)), h('dd', null, meaning)))),
    h('div', {class: 'buttons'},
      h('button', {type: 'button', class: 'button primary', onClick: closeAround}, 'Close')));
}
