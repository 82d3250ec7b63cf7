// A simple multivalue: its values, one below the other.
import {act} from './connection.js';
import {h, useRef, useState} from './dom.js';
import {Field} from './field.js';
import {focusLast, keepFocus} from './focus.js';
import {Icon} from './icons.js';
import {definitionOf} from './store.js';

export function ValueList({list, definition, isEditable, showIds}) {
  const [refusals, setRefusals] = useState([]);
  const head = useRef(null);
  const value = definitionOf(definition.valueId ?? list.schemaId);
  return h('div', {class: `values${list.hidden ? ' is-hidden' : ''}`, role: 'group', 'aria-label': definition.label},
    h('div', {class: 'values-head', ref: head},
      h('span', {class: 'label-text'}, definition.label),
      h('span', {class: 'count'}, list.rows.length),
      showIds && h('code', {class: 'schema-id'}, list.schemaId),
      h('button', {
        type: 'button', class: 'icon-button', disabled: !isEditable, 'aria-label': `Add ${value.label}`,
        onClick: () => act('add', {key: list.key}).then(reasons => {
          setRefusals(reasons);
          focusLast(list.key);
        }),
      }, h(Icon, {name: 'add'}))),
    list.rows.map((row, i) => h('div', {key: row.key, class: 'value'},
      h(Field, {field: row.cells[0], definition: value, isEditable, showIds}),
      h('button', {
        type: 'button', class: 'icon-button', disabled: !isEditable,
        'aria-label': `Remove ${value.label} ${i + 1}`,
        onClick: () => act('remove_value', {key: row.key}).then(reasons => {
          setRefusals(reasons);
          keepFocus(() => head.current.querySelector('button'));
        }),
      }, h(Icon, {name: 'remove'})))),
    refusals.map(reason =>
      h('p', {key: reason, class: 'message refused', role: 'alert'}, 'Not done: ', reason)));
}
