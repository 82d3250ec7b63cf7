// The messages on a field, beside it.
import {h} from './dom.js';
import {Icon} from './icons.js';
import {rendered} from './markup.js';

/** A message is an element of its own as long as it is the same, so that it is announced once. */
export function Messages({id, field, refusals}) {
  if (field.messages.length === 0 && refusals.length === 0) {
    return null;
  }
  return h('div', {id, class: 'messages'},
    refusals.map(reason => h('p', {key: 'refused' + reason, class: 'message refused', role: 'alert'},
      h(Icon, {name: 'lock'}), h('span', null, 'Not done: ', reason))),
    field.messages.map(({type, markup}) =>
      h('div', {key: type + markup, class: `message ${type}`, role: 'alert'},
        h(Icon, {name: type}), h('span', null, rendered(markup)))));
}
