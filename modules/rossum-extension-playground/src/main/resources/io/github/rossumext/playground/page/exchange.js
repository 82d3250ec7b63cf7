// One exchange in the inspector.
import {fetchApi} from './connection.js';
import {h, useEffect, useState} from './dom.js';
import {sizeInWords} from './words.js';

const COPIES = {curl: 'as curl', fixture: 'as fixture', junit: 'as JUnit test'};

function Part({title, count, isOpen = true, children}) {
  return h('details', {class: 'part', open: isOpen},
    h('summary', null, title, count !== undefined && h('span', {class: 'count'}, count)), children);
}

function Changes({changed}) {
  return h('ul', {class: 'changes'}, changed.map(({path, part, before, after}, i) =>
    h('li', {key: i},
      h('code', {class: 'path'}, path, part !== 'value' && ` (${part})`),
      h('span', {class: before ? 'before' : 'before is-empty'}, before || '∅'),
      h('span', {class: 'arrow', 'aria-label': 'became'}, '→'),
      h('span', {class: 'after'}, after || '∅'))));
}

function Copy({number}) {
  const [done, setDone] = useState('');
  const copy = async kind => {
    const text = await (await fetchApi(`api/exchanges/${number}/${kind}`)).text();
    await navigator.clipboard.writeText(text);
    setDone(`Copied ${COPIES[kind]}.`);
  };
  return h('div', {class: 'copies', role: 'group', 'aria-label': 'Copy'},
    Object.entries(COPIES).map(([kind, label]) => h('button', {
      key: kind, type: 'button', class: 'button small',
      onClick: () => copy(kind).catch(error => setDone(error.message)),
    }, `Copy ${label}`)),
    h('span', {class: 'copied', 'aria-live': 'polite'}, done));
}

export function ExchangeDetail({number}) {
  const [detail, setDetail] = useState(null);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    let isGone = false;
    fetchApi(`api/exchanges/${number}`).then(response => response.json())
      .then(json => !isGone && setDetail(json), error => !isGone && setFailure(error.message));
    return () => { isGone = true; };
  }, [number]);
  if (!detail) {
    return h('p', {class: 'empty'}, failure || 'Loading …');
  }
  const {changed, said, blockers, refused, operations, exception, log, logIsKnown} = detail;
  return h('div', {class: 'exchange-detail'},
    h('p', {class: 'facts'}, `${detail.event} to ${detail.hook}, attempt ${detail.attempt}`),
    exception && h(Part, {title: 'Exception'}, h('pre', {class: 'trace', tabIndex: 0}, exception)),
    refused.length > 0 && h(Part, {title: 'Refused or lost', count: refused.length},
      h('ul', {class: 'entries'}, refused.map((text, i) => h('li', {key: i, class: 'entry'}, text)))),
    (changed.length > 0 || detail.event.startsWith('annotation_content')) && h(Part, {title: 'Changed', count: detail.changes}, h(Changes, {changed})),
    said.length > 0 && h(Part, {title: 'Messages', count: detail.messages},
      h('ul', {class: 'entries'}, said.map(({type, path, text}, i) => h('li', {key: i, class: 'entry'},
        h('code', {class: `kind ${type}`}, type), path && h('code', {class: 'path'}, path), h('span', {class: 'text'}, text))))),
    blockers.length > 0 && h(Part, {title: 'Automation blockers', count: blockers.length},
      h('ul', {class: 'entries'}, blockers.map((text, i) => h('li', {key: i, class: 'entry'}, text)))),
    operations.length > 0 && h(Part, {title: 'Operations', count: operations.length, isOpen: false},
      h('ul', {class: 'entries'}, operations.map(({op, path, json}, i) => h('li', {key: i, class: 'entry'},
        h('code', {class: 'kind'}, op), h('code', {class: 'path'}, path), h('code', {class: 'text'}, json))))),
    h(Part, {title: 'Log', count: log.length, isOpen: log.length > 0},
      logIsKnown
        ? h('pre', {class: 'log', tabIndex: 0}, log.join('\n') || 'No line.')
        : h('p', {class: 'empty'}, 'Log lines are shown if the backend of SLF4J is Logback.')),
    h(Part, {title: 'Request', count: sizeInWords(detail.requestBytes), isOpen: false},
      h('pre', {class: 'body', tabIndex: 0}, detail.request)),
    h(Part, {title: 'Response', count: sizeInWords(detail.responseBytes), isOpen: false},
      h('pre', {class: 'body', tabIndex: 0}, detail.response)),
    h(Copy, {number}));
}
