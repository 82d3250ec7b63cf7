// What was done so far: step back and forward, save it, load it, and make a test of it.
import {act, askScenario as ask, fetchApi, settled} from './connection.js';
import {h, useEffect, useState} from './dom.js';
import {Icon} from './icons.js';
import {store} from './store.js';
import {TestForm} from './test-form.js';

function Steps({onRefused}) {
  const {position, steps} = store.head.scenario;
  const goTo = wanted => act('goTo', {position: wanted}).then(onRefused);
  return h('div', {class: 'steps'},
    h('div', {class: 'step-buttons', role: 'group', 'aria-label': 'Steps'},
      h('button', {type: 'button', class: 'button small', disabled: position === 0, onClick: () => goTo(position - 1)}, 'Step back'),
      h('button', {type: 'button', class: 'button small', disabled: position === steps.length, onClick: () => goTo(position + 1)}, 'Step forward'),
      h('span', {class: 'count', role: 'status'}, `Step ${position} of ${steps.length}`)),
    h('ol', {class: 'step-list', start: 0, 'aria-label': 'What was done'},
      ['Open the document', ...steps].map((step, i) => h('li', {key: i},
        h('button', {
          type: 'button',
          class: `step${i > position ? ' is-ahead' : ''}`,
          'aria-current': i === position ? 'step' : undefined,
          onClick: () => goTo(i),
        }, h('span', {class: 'step-number'}, i), h('span', {class: 'step-words'}, step.words ?? step),
        step.refused && h('span', {class: 'step-refused'}, `Refused: ${step.refused}`))))),
    h('p', {class: 'facts'}, steps.length === 0
      ? 'Nothing was done with the document yet. What you do from now on is listed here.'
      : 'A step back opens the document again and does the steps before. What the extension stored elsewhere stays.'));
}

function download(name, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
  link.download = `${name || 'scenario'}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

function Load({names, onRefused}) {
  const [chosen, setChosen] = useState('');
  const name = names.includes(chosen) ? chosen : names[0];
  const open = async event => {
    const input = event.currentTarget;
    const text = await input.files[0].text();
    input.value = '';
    onRefused(await act('load', {text}));
  };
  return h('div', {class: 'scenario-form', role: 'group', 'aria-label': 'Load'},
    names.length > 0 && [
      h('label', {class: 'scenario-field'}, h('span', null, 'Saved scenario'),
        h('select', {class: 'choice', value: name, onChange: event => setChosen(event.currentTarget.value)},
          names.map(one => h('option', {key: one, value: one}, one)))),
      h('button', {type: 'button', class: 'button', onClick: () => act('load', {name}).then(onRefused)}, 'Load'),
    ],
    h('label', {class: 'scenario-field'}, h('span', null, 'Load a file'),
      h('input', {type: 'file', accept: '.json,application/json', onChange: open})));
}

export function ScenarioPanel() {
  const [state, setState] = useState(null);
  const [name, setName] = useState('');
  const [refusals, setRefusals] = useState([]);
  const [said, setSaid] = useState('');
  const [notes, setNotes] = useState([]);
  const take = json => {
    setState(json);
    setRefusals(json.refusals ?? []);
    setNotes(json.notes ?? []);
    setSaid(json.test ? `Saved as ${json.test}` : json.saved ? `Saved in ${json.saved}` : '');
    return json;
  };
  const fail = error => setRefusals([error.message]);
  const refuse = reasons => {
    setRefusals(reasons);
    setNotes([]);
    setSaid('');
  };
  useEffect(() => { ask().then(take, fail); }, []);
  // The button may be far below.
  useEffect(() => {
    document.querySelector('.scenario > .message, .scenario > .verdict')?.scrollIntoView({block: 'nearest'});
  }, [refusals, said]);
  const save = replace => ask({do: 'save', name, replace}).then(take, fail);
  const getFile = () => settled().then(() => fetchApi('api/scenario/file'))
    .then(response => response.text()).then(text => download(name, text), fail);
  if (!state) {
    return h('div', {class: 'panel-body'}, h('p', {class: 'empty'}, refusals[0] ?? 'Loading …'));
  }
  return h('div', {class: 'panel-body scenario'},
    h(Steps, {onRefused: refuse}),
    refusals.map(reason => h('p', {key: reason, class: 'message refused', role: 'alert'}, h(Icon, {name: 'error'}), h('span', null, reason))),
    notes.map(note => h('p', {key: note, class: 'message warning', role: 'status'}, h(Icon, {name: 'warning'}), h('span', null, note))),
    said && h('p', {class: 'verdict good', role: 'status'}, said),
    h('h3', null, 'Save'),
    h('form', {
      class: 'scenario-form', 'aria-label': 'Save the scenario',
      onSubmit: event => {
        event.preventDefault();
        save(false);
      },
    },
    h('label', {class: 'scenario-field'}, h('span', null, 'Name'),
      h('input', {type: 'text', class: 'input', value: name, required: true, pattern: '[A-Za-z0-9][A-Za-z0-9_\\-]{0,63}', title: 'Letters, digits, - and _', onInput: event => setName(event.currentTarget.value)})),
    state.folder && h('button', {type: 'submit', class: 'button primary'}, 'Save'),
    state.folder && state.exists && h('button', {type: 'button', class: 'button', onClick: () => save(true)}, 'Replace the scenario'),
    h('button', {type: 'button', class: 'button', onClick: getFile}, 'Download')),
    h('p', {class: 'facts'}, 'A name may have letters, digits, - and _. ', state.folder
      ? `It is saved as a folder in ${state.folder}, without tokens and secrets.`
      : 'To save it as a folder, open the playground in a project with src/test, or set a folder with scenarios(…).'),
    state.folder && h(TestForm, {state, name, take, fail}),
    h('h3', null, 'Load'),
    h(Load, {names: state.names, onRefused: refuse}));
}
