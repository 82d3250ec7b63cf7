// Whether the document would be automated, at which level, and what blocks it.
import {act} from './connection.js';
import {h} from './dom.js';
import {focusField} from './focus.js';
import {store} from './store.js';

const LEVELS = {
  never: 'a user sees every document',
  confident: 'documents without errors in which each field is validated',
  always: 'documents without errors',
};

export function AutomationPanel() {
  const {level, wouldBe, was, count, blockers} = store.head.automation;
  return h('div', {class: 'panel-body'},
    h('fieldset', {class: 'levels'},
      h('legend', null, 'The queue automates'),
      Object.entries(LEVELS).map(([name, meaning]) => h('label', {key: name, class: 'level'},
        h('input', {
          type: 'radio', name: 'level', checked: name === level,
          onChange: () => act('automation', {level: name}),
        }),
        h('span', null, h('b', null, name), ` ${meaning}`)))),
    h('p', {class: `verdict ${wouldBe ? 'good' : ''}`},
      wouldBe ? 'The document would be automated now.' : 'The document would not be automated now.',
      was && ' It was automated when it was imported.'),
    count > 0 && h('h3', null, `What blocks it (${count})`),
    h('ul', {class: 'entries'}, blockers.map((blocker, i) => h('li', {key: i, class: 'entry'},
      h('code', {class: 'kind'}, blocker.type),
      blocker.path && h('button', {type: 'button', class: 'link', onClick: () => focusField(blocker.key)}, blocker.path),
      h('span', {class: 'text'}, blocker.text)))),
    count > blockers.length && h('p', {class: 'more'}, `and ${count - blockers.length} more`));
}
