// The glyphs of states and kinds. What they mean is said in words, too.
import {h} from './dom.js';

const PATHS = {
  error: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM5.6 5.6l4.8 4.8m0-4.8-4.8 4.8',
  warning: 'M8 2 1.6 13.4h12.8L8 2Zm0 4.2v3.4m0 1.6v.6',
  required: 'M8 3v10M3.7 5.5l8.6 5M3.7 10.5l8.6-5',
  review: 'M1.5 8S4 3.6 8 3.6 14.5 8 14.5 8 12 12.4 8 12.4 1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z',
  validated: 'm3 8.4 3.2 3.2L13 4.8',
  seen: 'm1.5 8.6 3 3 6-6.6m-2.600 5.600 1 1 6-6.600',
  info: 'M8 1.5a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM8 7v4.200M8 4.600v.6',
  formula: 'M10.500 2.800c-2.200-.600-2.600.800-2.900 2.700L6.300 13c-.3 1.200-1.200 1.600-2.300 1.200M4.600 6.600h5.600',
  reasoning: 'M8 1.800 9.500 6.500 14.200 8 9.500 9.500 8 14.200 6.500 9.500 1.800 8l4.700-1.500L8 1.800Z',
  lookup: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9Zm3.300 7.800 3.700 3.700',
  add: 'M8 3v10M3 8h10',
  remove: 'M3 4.500h10M6.500 4.500V3h3v1.500m-5.200 0 .6 8.500h6.200l.6-8.500',
  open: 'm4 6 4 4 4-4',
  lock: 'M4 7.500h8v6H4v-6Zm1.800 0V5a2.200 2.200 0 0 1 4.400 0v2.500',
  table: 'M2 3.500h12v9H2v-9Zm0 3h12M6.500 3.500v9',
};

const WORDS = {
  error: 'Error',
  warning: 'Warning',
  required: 'Required and empty',
  review: 'Needs review',
  validated: 'Validated',
  seen: 'Validated by a human',
};

/** Returns what a state means. */
export function stateInWords(state) {
  return WORDS[state] ?? state;
}

export function Icon({name, title}) {
  return h('svg', {
    class: `icon icon-${name}`,
    viewBox: '0 0 16 16',
    ...(title ? {role: 'img', 'aria-label': title} : {'aria-hidden': 'true'}),
  }, title && h('title', null, title), h('path', {d: PATHS[name] ?? ''}));
}
