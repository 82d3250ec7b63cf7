// What Rossum would reject, ignore or lose, and what the user was not allowed to do.
import {h} from './dom.js';
import {store} from './store.js';

export function ProblemsPanel() {
  const {problems, problemCount} = store.head;
  return h('div', {class: 'panel-body'},
    problemCount === 0 && h('p', {class: 'empty'}, 'Rossum would take every part of each response.'),
    h('ul', {class: 'entries'}, [...problems].reverse().map((problem, i) =>
      h('li', {key: problemCount - i, class: 'entry'},
        h('code', {class: 'kind'}, problem.kind),
        h('span', {class: 'source'}, problem.source),
        h('span', {class: 'text'}, problem.text)))),
    problemCount > problems.length && h('p', {class: 'more'}, `and ${problemCount - problems.length} before`));
}
