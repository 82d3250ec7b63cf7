// What belongs to an exchange in the inspector: the call-backs of the extension, and Rossum's polls.
import {fetchApi} from './connection.js';
import {h, useEffect, useState} from './dom.js';
import {sizeInWords, timeInWords} from './words.js';

function CallDetail({number}) {
  const [detail, setDetail] = useState(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isGone = false;
    fetchApi(`api/calls/${number}`).then(response => response.json())
      .then(json => !isGone && setDetail(json), error => !isGone && setFailure(error.message));
    return () => { isGone = true; };
  }, [number]);
  if (!detail) {
    return h('p', {class: 'empty'}, failure || 'Loading …');
  }
  return h('div', {class: 'call-detail'},
    ['request', 'response'].map(part => h('div', {key: part},
      h('h4', null, part === 'request' ? 'Request' : 'Response'),
      h('pre', {class: 'body', tabIndex: 0, 'aria-label': part}, detail[part] || '(empty)'))));
}

function Call({call}) {
  const [isOpen, setOpen] = useState(false);
  const {number, method, path, query, status, milliseconds, responseBytes, fault, isLate} = call;
  return h('li', {class: 'call'},
    h('button', {type: 'button', class: 'call-line', 'aria-expanded': isOpen ? 'true' : 'false', onClick: () => setOpen(!isOpen)},
      h('span', {class: `http ${status >= 200 && status < 300 ? 'good' : 'bad'}`}, status || '—'),
      h('span', {class: 'call-path'}, h('b', null, method), ` ${path}`, query && h('span', {class: 'query'}, `?${query}`)),
      h('span', {class: 'time'}, timeInWords(milliseconds)),
      h('span', {class: 'size'}, sizeInWords(responseBytes)),
      (isLate || fault) && h('span', {class: 'call-note'}, [isLate && 'after the response', fault].filter(Boolean).join(', '))),
    isOpen && h(CallDetail, {number}));
}

/** The call-backs of the extension during one exchange, and those after it. */
export function Calls({calls}) {
  return h('ul', {class: 'calls', 'aria-label': 'Call-backs of the extension'},
    calls.map(call => h(Call, {key: call.number, call})));
}

/** The polls after a response 202. */
export function Polls({polls}) {
  return h('ul', {class: 'calls', 'aria-label': 'Polls of Rossum'},
    polls.map(({after, status, milliseconds, responseBytes}, i) => h('li', {key: i, class: 'call'},
      h('div', {class: 'call-line'},
        h('span', {class: `http ${status === 201 ? 'good' : status === 202 || status === 503 ? 'wait' : 'bad'}`}, status ?? '—'),
        h('span', {class: 'call-path'}, h('b', null, 'Poll'), ` after ${after} s`),
        h('span', {class: 'time'}, timeInWords(milliseconds)),
        h('span', {class: 'size'}, sizeInWords(responseBytes))))));
}
