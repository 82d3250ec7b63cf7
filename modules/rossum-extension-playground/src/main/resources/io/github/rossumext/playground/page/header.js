// The header: which document it is, how it stands, and which others there are.
import {BuildLabel} from './build.js';
import {act} from './connection.js';
import {h} from './dom.js';
import {Icon} from './icons.js';
import {store} from './store.js';
import {statusInWords} from './words.js';

function automationInWords({was, wouldBe}) {
  return was ? 'Was automated' : wouldBe ? 'Would be automated' : 'Would not be automated';
}

function DocumentChoice() {
  const {documents, current, name} = store.head;
  return h('select', {
    class: 'choice',
    'aria-label': 'Document',
    'data-goes-on': true,
    value: String(current),
    onChange: event => act('open', {index: Number(event.currentTarget.value)}),
  },
  current < 0 && h('option', {value: '-1'}, name),
  documents.map((one, i) => h('option', {key: i, value: String(i)}, one)));
}

export function Header({showAutomation, openPaste, openKeys}) {
  const {fileName, name, documents, current, status, isEditable, automation, failures, failedTest} = store.head;
  return h('header', {class: 'header'},
    h('h1', {title: fileName || name}, fileName || name),
    h('span', {class: `status status-${status}`}, statusInWords(status)),
    !isEditable && h('span', {class: 'read-only', title: 'The status does not allow edits.'},
      h(Icon, {name: 'lock'}), 'Read-only'),
    h('button', {
      type: 'button',
      class: `chip ${automation.was || automation.wouldBe ? 'good' : ''}`,
      onClick: showAutomation,
    }, automationInWords(automation)),
    h('span', {class: 'space'}),
    h(BuildLabel),
    (documents.length > 1 || current < 0) && h(DocumentChoice),
    h('button', {type: 'button', class: 'button quiet', onClick: openPaste}, 'Paste a document'),
    h('button', {type: 'button', class: 'button quiet', 'data-goes-on': true, onClick: () => act('startOver')}, 'Start over'),
    h('button', {type: 'button', class: 'button quiet', 'aria-label': 'Keys', onClick: openKeys}, '?'),
    failedTest && h('button', {
      type: 'button', class: 'button primary', title: 'Closes the playground: the test run goes on.', onClick: () => act('done'),
    }, 'Done'),
    failures.length > 0 && h('span', {class: 'out-of-sight'}, 'The last request failed.'));
}
