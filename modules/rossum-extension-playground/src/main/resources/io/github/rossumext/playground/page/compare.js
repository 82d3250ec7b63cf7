// What the build that responds does differently from one before it, with recorded requests.
import {fetchApi} from './connection.js';
import {h, useEffect, useState} from './dom.js';
import {Icon} from './icons.js';
import {store} from './store.js';
import {counted} from './words.js';

const INTERVAL = 300;
const COUNTERPARTS = {message: 'no message', blocker: 'no blocker', hidden: 'shown', options: 'no options', call: 'no call'};

function Choice({label, value, onChange, children}) {
  return h('label', {class: 'compare-choice'}, h('span', null, label),
    h('select', {class: 'choice', value, onChange: event => onChange(event.currentTarget.value)}, children));
}

function Text({kind, text, className}) {
  return h('span', {class: className}, text === undefined ? COUNTERPARTS[kind] ?? 'nothing' : text || '∅');
}

function Differences({differences, more}) {
  return h('ul', {class: 'changes'},
    differences.map(({step, kind, path, before, after}, i) => h('li', {key: i},
      step && step !== differences[i - 1]?.step && h('span', {class: 'step'}, step),
      h('span', {class: 'path'}, h('b', null, kind), path && ' ', path && h('code', null, path)),
      before === after ? [h(Text, {kind, text: after, className: 'after'}), h('span', {class: 'arrow'}, 'in both builds')] : [
        h(Text, {kind, text: before, className: before ? 'before' : 'before is-empty'}),
        h('span', {class: 'arrow', 'aria-label': 'became'}, '→'),
        h(Text, {kind, text: after, className: 'after'})])),
    more > 0 && h('li', {class: 'more'}, `and ${more} more`));
}

function Result({run}) {
  const {total, done, differing, failingInBoth, failing, failures, documents, isRunning, isStopped} = run;
  const summary = isRunning ? `${done} of ${counted(total, 'document')}: ${differing} differ so far`
    : `${counted(isStopped ? done : total, 'document')}: ${differing} ${differing === 1 ? 'differs' : 'differ'}`
      + (failingInBoth > 0 ? `, ${failingInBoth} ${failingInBoth === 1 ? 'fails' : 'fail'} in both builds` : '')
      + (failing > 0 ? `, ${failing} cannot be compared` : '') + (isStopped ? ', then stopped' : '');
  return h('div', {class: 'compare-result'},
    h('p', {class: `verdict ${!isRunning && differing + failingInBoth + failing === 0 ? 'good' : ''}`, role: 'status'}, summary),
    h('p', {class: 'facts'}, `${run.folder === '.' ? 'The folder' : run.folder}, before: the build of ${run.with}`),
    failures.map(text => h('p', {key: text, class: 'message error', role: 'alert'}, h(Icon, {name: 'error'}), text)),
    documents.map(({name, differences, more}) => h('details', {key: name, class: 'part', open: documents.length <= 5},
      h('summary', null, name, h('span', {class: 'count'}, differences.length + more)),
      h(Differences, {differences, more}))),
    differing + failingInBoth > documents.length
      && h('p', {class: 'more'}, `and ${differing + failingInBoth - documents.length} documents more`));
}

export function ComparePanel() {
  const [state, setState] = useState(null);
  const [folder, setFolder] = useState('');
  const [before, setBefore] = useState('');
  const [refusals, setRefusals] = useState([]);
  const ask = body => fetchApi('api/compare', body && {method: 'POST', body: JSON.stringify(body)})
    .then(response => response.json())
    .then(json => {
      setState(json);
      setRefusals(json.refusals ?? []);
    }, error => setRefusals([error.message]));
  const isRunning = state?.run?.isRunning ?? false;
  const number = store.head.build?.number;
  useEffect(() => { ask(); }, [number]);
  useEffect(() => {
    const timer = isRunning && setInterval(ask, INTERVAL);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (!state) {
    return h('div', {class: 'panel-body'}, h('p', {class: 'empty'}, refusals[0] ?? 'Loading …'));
  }
  const {folders, builds, run} = state;
  if (!folders) {
    return h('div', {class: 'panel-body'}, h('p', {class: 'empty'},
      'To compare builds, open the playground with a factory and comparing(…), a directory of recorded requests or scenarios.'));
  }
  const others = builds.slice(0, -1).reverse();
  const chosenFolder = folders.includes(folder) ? folder : folders[0] ?? '';
  const chosen = others.some(one => String(one.number) === before) ? before : String(others[0]?.number ?? '');
  return h('div', {class: 'panel-body'},
    folders.length === 0 && h('p', {class: 'empty'}, 'The directory has neither recorded requests nor scenarios.'),
    folders.length > 0 && others.length === 0 && h('p', {class: 'empty'},
      'Only one build was loaded so far. Change a rule and compile it: then you can compare.'),
    folders.length > 0 && others.length > 0 && h('form', {
      class: 'compare-form',
      onSubmit: event => {
        event.preventDefault();
        ask({folder: chosenFolder, with: Number(chosen)});
      },
    },
    h(Choice, {label: 'Folder', value: chosenFolder, onChange: setFolder},
      folders.map(name => h('option', {key: name, value: name}, name === '.' ? 'The whole directory' : name))),
    h(Choice, {label: 'Build before', value: chosen, onChange: setBefore},
      others.map(({number, at}) => h('option', {key: number, value: String(number)}, number === 1 ? `${at}, the first` : at))),
    isRunning
      ? h('button', {type: 'button', class: 'button', onClick: () => ask({stop: true})}, 'Stop')
      : h('button', {type: 'submit', class: 'button primary'}, 'Compare')),
    refusals.map(reason => h('p', {key: reason, class: 'message refused', role: 'alert'}, reason)),
    run && h(Result, {run}));
}
