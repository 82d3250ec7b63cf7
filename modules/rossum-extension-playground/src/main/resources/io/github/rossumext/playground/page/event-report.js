// What came of an event: each attempt, what Rossum does with the response, and the exchange.
import {h} from './dom.js';
import {ExchangeDetail} from './exchange.js';
import {Polls} from './calls.js';
import {Icon} from './icons.js';
import {store} from './store.js';
import {counted, sizeInWords, timeInWords} from './words.js';

/** What Rossum does with a response. */
const EFFECTS = {
  'annotation_status.changed': 'Rossum ignores the response.',
  'invocation.scheduled': 'Rossum ignores the response.',
  'invocation.manual': 'The client gets the response:',
};

/** What has to be added to an endpoint. */
const KEYS = {
  annotation_content: 'ANNOTATION_CONTENT', annotation_status: 'ANNOTATION_STATUS', email: 'EMAIL_RECEIVED', upload: 'UPLOAD_CREATED',
  'invocation.scheduled': 'INVOCATION_SCHEDULED', 'invocation.manual': 'INVOCATION_MANUAL',
};

const FAULTS = {
  request_lost: 'The request was lost on the way, as you asked: the extension did not get it.',
  response_lost: 'The response was lost, as you asked: the extension has done its work, and Rossum does not know it.',
  response_late: 'The response came too late, as you asked: the extension has done its work, and Rossum no longer waits.',
  arrives_twice: 'The request arrived twice, one after the other, as you asked. Rossum got the second response, which you see.',
  arrives_twice_at_once: 'The request arrived twice at the same moment, as you asked. Rossum got one of the responses.',
};

function exchangesOf({exchanges}) {
  return store.head.exchanges.filter(({number}) => exchanges.includes(number));
}

function decided({files}) {
  return `${files.filter(({isImported}) => isImported).length} of ${counted(files.length, 'file')} imported`;
}

/** Returns the report in a sentence, for those who do not see it. */
export function reportInWords(report) {
  const last = exchangesOf(report).at(-1);
  const end = !report.isHandled ? 'not handled'
    : !last ? 'nothing was sent'
      : last.isSuccess ? `status ${last.status}` : last.failure;
  return `${report.event}: ${end}${report.files ? `, ${decided(report)}` : ''}`;
}

function Unhandled({event}) {
  const key = KEYS[event] ?? KEYS[event.split('.')[0]];
  return h('p', {class: 'event-note'}, `The extension does not handle ${event}: nothing was sent. To handle it, add `,
    h('code', null, `.on(${key}, …)`), ' to your endpoint.');
}

/** The attempts of one request, with the polls after a 202. */
function Attempt({exchange}) {
  const {event, attempt, status, isSuccess, failure, milliseconds, polls, hook, changes, messages, responseBytes} = exchange;
  const effect = event.startsWith('annotation_content.') ? `${counted(changes, 'change')}, ${counted(messages, 'message')}`
    : `A response of ${sizeInWords(responseBytes)}`;
  return h('li', {class: 'attempt'},
    h('span', {class: `http ${isSuccess ? 'good' : 'bad'}`}, status ?? '—'),
    h('span', {class: 'attempt-text'},
      attempt > 1 && h('b', null, `Attempt ${attempt}. `),
      failure ?? effect),
    h('span', {class: 'time', title: hook}, timeInWords(milliseconds)),
    polls.length > 0 && h(Polls, {polls}));
}

function File({file}) {
  const {name, isImported, isFailed, isAdded, values, messages} = file;
  return h('li', {class: `decision ${isImported ? 'good' : 'bad'}`},
    h(Icon, {name: isImported ? 'seen' : 'error'}),
    h('span', {class: 'decision-name'}, name),
    h('span', {class: 'decision-word'}, isFailed ? 'import fails' : isImported ? isAdded ? 'added and imported' : 'imported' : 'not imported'),
    values.length > 0 && h('ul', {class: 'decision-values', 'aria-label': `Values of ${name}`},
      values.map(([id, value]) => h('li', {key: id}, h('code', null, id), ' = ', h('b', null, value)))),
    messages.map(({type, text}, i) => h('p', {key: i, class: `message ${type}`}, text)));
}

function Decision({report}) {
  const {files, sender, isHandled} = report;
  return h('div', {class: 'decisions'},
    h('p', {class: 'event-note'}, h('b', null, `${decided(report)}.`), !isHandled && ' No extension handles it, so Rossum imports all files.'),
    h('ul', {'aria-label': 'Files'}, files.map((file, i) => h(File, {key: i, file}))),
    sender && h('p', {class: 'event-note'}, 'Original sender: ', h('b', null, sender)));
}

/** Whether a second delivery got the same response. */
function Repeated({report}) {
  const {isNew, isSame} = report;
  return h('p', {class: `event-note verdict${isSame ? ' good' : ''}`},
    isNew ? 'A user waits for this event, so that Rossum does not deliver it again: this is a new request, with the document as it is now. '
      : 'The request was delivered again. ',
    isSame ? 'The response is the same as before.' : 'The response differs from the one before.');
}

export function EventReport({report}) {
  const {event, act, isHandled, delivery, files, response, isSame} = report;
  const exchanges = exchangesOf(report);
  const last = exchanges.at(-1);
  return h('div', {class: 'event-report', role: 'group', 'aria-label': `Result of ${event}`},
    !isHandled && h(Unhandled, {event}),
    delivery && h('p', {class: 'event-note is-fault'}, FAULTS[delivery]),
    act === 'again' && isSame !== undefined && h(Repeated, {report}),
    h('ul', {class: 'attempts', 'aria-label': 'Attempts'}, exchanges.map(exchange => h(Attempt, {key: exchange.number, exchange}))),
    files && h(Decision, {report}),
    last && EFFECTS[event] && h('p', {class: 'event-note'}, EFFECTS[event]),
    last && response !== undefined && h('pre', {class: 'body', tabIndex: 0, 'aria-label': 'Response to the client'}, response || '(empty)'),
    last && h(ExchangeDetail, {key: last.number, number: last.number}));
}
