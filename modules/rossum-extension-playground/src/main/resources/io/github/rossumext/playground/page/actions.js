// The state line, and what a user can do with the whole document.
import {buildNews} from './build.js';
import {act} from './connection.js';
import {h, keyed} from './dom.js';
import {focusField, goOn, keepFocus} from './focus.js';
import {definitionOf, store} from './store.js';
import {actInWords, counted, statusInWords} from './words.js';

function StateLine() {
  const {counts, busy, link, head} = store;
  const errors = counts.error + head.banner.filter(({type}) => type === 'error').length;
  const parts = [
    errors > 0 && counted(errors, 'error'),
    counts.required > 0 && `${counts.required} required and empty`,
    counts.warning > 0 && counted(counts.warning, 'warning'),
    counts.review > 0 && `${counts.review} to review`,
  ].filter(Boolean);
  const state = link === 'ended' ? 'The playground has ended.'
    : link === 'lost' ? 'The playground does not respond.'
      : busy ? `Waiting for ${actInWords(busy)} …`
        : !head.isEditable ? `${statusInWords(head.status)}.`
          : [buildNews(), parts.length > 0 ? parts.join(', ') : 'Nothing needs attention.'].filter(Boolean).join(' ');
  return h('p', {class: `state-line${busy ? ' is-busy' : ''}`, role: 'status'}, state);
}

function place(key) {
  const field = store.fields.get(key);
  if (!field) {
    return '';
  }
  const table = store.multivalues.get(field.multivalue);
  const {label} = definitionOf(field.schemaId);
  return table?.isTable
    ? `${definitionOf(table.schemaId).label}, row ${table.indexes.get(field.row) + 1}, ${label}`
    : label;
}

/** Why the document cannot be confirmed. */
function Reasons() {
  const {errors, errorCount, isEditable} = store.head;
  if (!isEditable || errorCount === 0) {
    return null;
  }
  const shown = errors.slice(0, 3);
  return h('ul', {id: 'reasons', class: 'reasons', 'aria-label': 'Confirm is not possible'},
    keyed(shown, ({key, text}) => `${key} ${text}`, ({key, text}) => h('li', null, key
      ? h('button', {type: 'button', class: 'link', onClick: () => focusField(key)}, h('b', null, place(key)), ` ${text}`)
      : h('span', null, text))),
    errorCount > shown.length && h('li', {class: 'more'}, `and ${errorCount - shown.length} more`));
}

function Action({name, label, kind = '', disabled = false, onDone}) {
  return h('button', {
    type: 'button',
    class: `button ${kind}`,
    'data-action': name,
    disabled: disabled || store.link === 'ended',
    'aria-describedby': disabled ? 'reasons' : undefined,
    onClick: () => act(name).then(reasons => {
      onDone(reasons);
      keepFocus(goOn);
    }),
  }, label);
}

export function Actions({onRefused}) {
  const {status, isEditable, errorCount} = store.head;
  const canOpen = ['to_review', 'postponed', 'rejected', 'confirmed', 'exported'].includes(status);
  return h('footer', {class: 'actions', 'data-region': 'actions'},
    h(StateLine),
    h(Reasons),
    h('div', {class: 'buttons', role: 'group', 'aria-label': 'Document'},
      status !== 'deleted' && h(Action, {name: 'delete', label: 'Delete', kind: 'quiet', onDone: onRefused}),
      isEditable && [
        h(Action, {name: 'reject', label: 'Reject', onDone: onRefused}),
        h(Action, {name: 'postpone', label: 'Postpone', onDone: onRefused}),
        h(Action, {name: 'confirm', label: 'Confirm', kind: 'primary', disabled: errorCount > 0, onDone: onRefused}),
      ],
      canOpen && h(Action, {name: 'start', label: 'Start review', kind: status === 'confirmed' ? '' : 'primary', onDone: onRefused}),
      status === 'failed_export' && h(Action, {name: 'start', label: 'Back to review', kind: 'primary', onDone: onRefused}),
      ['confirmed', 'exporting'].includes(status) && h(Action, {name: 'export', label: 'Export', kind: 'primary', onDone: onRefused})));
}
