// The inspector: every request to the extension, with its response and what it changed.
import {h} from './dom.js';
import {Calls, Polls} from './calls.js';
import {ExchangeDetail} from './exchange.js';
import {store} from './store.js';
import {sizeInWords, timeInWords} from './words.js';

function Line({exchange, calls, isOpen, onOpen}) {
  const {number, event, cause, attempt, status, isSuccess, milliseconds, responseBytes, problems, hasException, polls} = exchange;
  return h('li', {class: `exchange${isOpen ? ' is-open' : ''}`},
    h('button', {type: 'button', class: 'exchange-line', 'aria-expanded': isOpen ? 'true' : 'false', onClick: () => onOpen(isOpen ? -1 : number)},
      h('span', {class: `http ${isSuccess ? 'good' : 'bad'}`}, status ?? '—'),
      h('span', {class: 'event'}, event.replace('annotation_content.', ''), attempt > 1 && ` (attempt ${attempt})`),
      h('span', {class: 'cause'}, cause),
      hasException && h('span', {class: 'badge error'}, 'exception'),
      problems > 0 && h('span', {class: 'badge warning'}, problems === 1 ? '1 problem' : `${problems} problems`),
      h('span', {class: 'time'}, timeInWords(milliseconds)),
      h('span', {class: 'size'}, sizeInWords(responseBytes))),
    calls.length > 0 && h(Calls, {calls}),
    polls.length > 0 && h(Polls, {polls}),
    isOpen && h(ExchangeDetail, {number}));
}

export function InspectorPanel({open, setOpen}) {
  const {exchanges, exchangeCount, calls, callCount} = store.head;
  return h('div', {class: 'panel-body'},
    exchanges.length === 0 && h('p', {class: 'empty'}, 'Nothing was sent to the extension yet.'),
    h('ul', {class: 'exchanges'}, [...exchanges].reverse().map(exchange => h(Line, {
      key: exchange.number, exchange, calls: calls.filter(call => call.exchange === exchange.number), isOpen: exchange.number === open, onOpen: setOpen,
    }))),
    exchangeCount > exchanges.length && h('p', {class: 'more'}, `These are the last ${exchanges.length} of ${exchangeCount} requests.`),
    callCount > calls.length && h('p', {class: 'more'}, `Of ${callCount} call-backs, the last ${calls.length} are shown.`));
}
