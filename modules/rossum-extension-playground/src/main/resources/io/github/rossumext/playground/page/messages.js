// The messages on a field, beside it.
import {h, keyed} from './dom.js';
import {Icon} from './icons.js';
import {rendered} from './markup.js';

/** Returns what makes a message the same as one before. */
export function messageKey({type, markup}) {
  return `${type} ${markup}`;
}

/** A message is an element of its own as long as it is the same, so that it is announced once. */
export function Messages({id, field, refusals}) {
  if (field.messages.length === 0 && refusals.length === 0) {
    return null;
  }
  return h('div', {id, class: 'messages'},
    keyed(refusals, reason => reason, reason => h('p', {class: 'message refused', role: 'alert'},
      h(Icon, {name: 'lock'}), h('span', null, 'Not done: ', reason))),
    keyed(field.messages, messageKey, ({type, markup}) =>
      h('div', {class: `message ${type}`, role: 'alert'},
        h(Icon, {name: type}), h('span', null, rendered(markup)))));
}
