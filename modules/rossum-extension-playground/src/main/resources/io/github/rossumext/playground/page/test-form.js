// The form that makes a JUnit test of the scenario.
import {askScenario as ask} from './connection.js';
import {h, useState} from './dom.js';

/** Returns the name of a class, such as WrongTotalTest for wrong-total. */
function classNameOf(name) {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean).map(word => word[0].toUpperCase() + word.slice(1));
  return words.length > 0 ? `${words.join('')}Test` : '';
}

function Text({label, value, onInput, required = false}) {
  return h('label', {class: 'scenario-field'}, h('span', null, label),
    h('input', {type: 'text', class: 'input', value, required, spellcheck: false, onInput: event => onInput(event.currentTarget.value)}));
}

export function TestForm({state, name, take, fail}) {
  const [inPackage, setInPackage] = useState(state.package);
  const [className, setClassName] = useState(null);
  const [base, setBase] = useState('');
  const [source, setSource] = useState('');
  const [copied, setCopied] = useState('');
  const chosen = className ?? classNameOf(name);
  const save = replace => ask({do: 'test', name, package: inPackage, class: chosen, base, replace})
    .then(json => setSource(take(json).source ?? ''), fail);
  const copy = () => navigator.clipboard.writeText(source)
    .then(() => setCopied('Copied.'), error => setCopied(error.message));
  return h('div', null,
    h('h3', null, 'Save as test'),
    h('form', {
      class: 'scenario-form', 'aria-label': 'Save as test',
      onSubmit: event => {
        event.preventDefault();
        save(false);
      },
    },
    h(Text, {label: 'Class', value: chosen, onInput: setClassName, required: true}),
    h(Text, {label: 'Package', value: inPackage, onInput: setInPackage}),
    !state.isEndpointKnown && h(Text, {label: 'Test class with your @HookUnderTest', value: base, onInput: setBase, required: true}),
    h('button', {type: 'submit', class: 'button primary', disabled: !name}, 'Save as test'),
    state.exists && h('button', {type: 'button', class: 'button', onClick: () => save(true)}, 'Replace the test')),
    h('p', {class: 'facts'}, (name ? '' : 'Give the scenario a name first. ')
      + (state.sources ? `The test goes to ${state.sources}, ` : 'Copy the test from here, ')
      + 'and the scenario is saved with it. The steps are done once more.'),
    source && h('div', {class: 'part test-source'},
      h('button', {type: 'button', class: 'button small', onClick: copy}, 'Copy the test'),
      h('span', {class: 'copied', 'aria-live': 'polite'}, copied),
      h('pre', {class: 'body', tabIndex: 0, 'aria-label': 'The test'}, source)));
}
