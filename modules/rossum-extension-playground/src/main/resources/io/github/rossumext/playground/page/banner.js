// The messages for the whole document, and what failed in the extension.
import {BuildBanner} from './build.js';
import {h, keyed} from './dom.js';
import {Icon} from './icons.js';
import {rendered} from './markup.js';
import {messageKey} from './messages.js';
import {store} from './store.js';

export function Banner({refusals, setRefusals, showExchange}) {
  const {banner, failures} = store.head;
  return h('div', {class: 'banner', tabIndex: -1, 'data-banner': true},
    store.head.failedTest && h('div', {class: 'message error', role: 'alert'},
      h(Icon, {name: 'error'}),
      h('span', null, h('strong', null, `${store.head.failedTest.name} failed.`),
        h('pre', {class: 'test-failure', tabIndex: 0}, store.head.failedTest.text))),
    h(BuildBanner, {onRefused: setRefusals}),
    keyed(failures, ({exchange, text}) => `${exchange} ${text}`, ({exchange, text}) =>
      h('div', {class: 'message error failure', role: 'alert'},
        h(Icon, {name: 'error'}),
        h('span', null, h('strong', null, 'The extension failed. '), text),
        h('button', {type: 'button', class: 'link', onClick: () => showExchange(exchange)}, 'Show the exchange'))),
    keyed(refusals, reason => reason, reason => h('div', {class: 'message refused', role: 'alert'},
      h(Icon, {name: 'lock'}), h('span', null, 'Not done: ', reason))),
    keyed(banner, messageKey, ({type, markup}) =>
      h('div', {class: `message ${type}`, role: 'alert'},
        h(Icon, {name: type}), h('span', null, rendered(markup)))));
}
