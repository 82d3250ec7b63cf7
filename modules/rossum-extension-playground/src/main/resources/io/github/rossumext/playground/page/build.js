// Which build of the extension responds, and why the one after it does not.
import {act} from './connection.js';
import {h} from './dom.js';
import {Icon} from './icons.js';
import {store} from './store.js';
import {counted} from './words.js';

/** Returns what the state line says of the builds, if that is what happened last; else ''. */
export function buildNews() {
  const {build} = store.head;
  return !build?.isNew ? '' : build.failure ? 'The new build cannot be loaded.' : 'A new build is loaded.';
}

export function BuildLabel() {
  const {build} = store.head;
  return build && h('span', {class: 'build', title: `The extension was loaded at ${build.at}. It is loaded again when its classes change.`},
    `Loaded at ${build.at}`, build.number > 1 && `, ${counted(build.number - 1, 'reload')}`);
}

/** The banner of a build: that it cannot be loaded, or what can be done with it. */
export function BuildBanner({onRefused}) {
  const {build} = store.head;
  if (build?.failure) {
    const {text, trace} = build.failure;
    return h('div', {class: 'message error build-failure'},
      h(Icon, {name: 'error'}),
      h('div', {class: 'build-text'},
        h('p', {role: 'alert'}, h('strong', null, `The new build cannot be loaded. That of ${build.at} still responds. `), text),
        h('details', null, h('summary', null, 'Stack trace'), h('pre', {class: 'trace', tabIndex: 0}, trace))),
      h('button', {type: 'button', class: 'link', onClick: () => act('reload').then(onRefused)}, 'Try again'));
  }
  return build?.isNew && h('div', {class: 'message info'},
    h(Icon, {name: 'info'}),
    h('span', null, 'A new build is loaded. It has not seen the document yet.'),
    h('button', {type: 'button', class: 'link', onClick: () => act('repeat').then(onRefused)}, 'Repeat the last request'));
}
