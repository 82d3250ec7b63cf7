// The messages for the whole document, and what failed in the extension.
import {h} from './dom.js';
import {Icon} from './icons.js';
import {rendered} from './markup.js';
import {store} from './store.js';

export function Banner({refusals, showExchange}) {
  const {banner, failures} = store.head;
  return h('div', {class: 'banner', tabIndex: -1, 'data-banner': true},
    failures.map(({exchange, text}) =>
      h('div', {key: `${exchange} ${text}`, class: 'message error failure', role: 'alert'},
        h(Icon, {name: 'error'}),
        h('span', null, h('strong', null, 'The extension failed. '), text),
        h('button', {type: 'button', class: 'link', onClick: () => showExchange(exchange)}, 'Show the exchange'))),
    refusals.map(reason => h('div', {key: 'refused' + reason, class: 'message refused', role: 'alert'},
      h(Icon, {name: 'lock'}), h('span', null, 'Not done: ', reason))),
    banner.map(({type, markup}) =>
      h('div', {key: type + markup, class: `message ${type}`, role: 'alert'},
        h(Icon, {name: type}), h('span', null, rendered(markup)))));
}
