// The sections with their fields.
import {needsAttention} from './attention.js';
import {h, useState} from './dom.js';
import {Field} from './field.js';
import {focusElement} from './focus.js';
import {Icon} from './icons.js';
import {ValueList} from './list.js';
import {definitionOf, store} from './store.js';

function Switch({name, isOn, onChange}) {
  return h('label', {class: 'switch'},
    h('input', {
      type: 'checkbox', role: 'switch', checked: isOn,
      onChange: event => onChange(event.currentTarget.checked),
    }), name);
}

/** Returns the cells of a table, or the values of a list. */
function cellsOf(multivalue) {
  return multivalue.rows.flatMap(row => row.cells.filter(Boolean));
}

function TableEntry({table}) {
  const {label} = definitionOf(table.schemaId);
  const count = table.rows.length;
  const needy = cellsOf(table).filter(cell => needsAttention(cell, store));
  const errors = needy.filter(cell => cell.state === 'error' || cell.state === 'required').length;
  return h('button', {
    type: 'button',
    class: 'table-entry',
    onClick: () => focusElement(document.querySelector(
      `#table-${table.key} :is(input, button)[data-key]`)
      ?? document.querySelector(`#table-${table.key} button`)),
  },
  h(Icon, {name: 'table'}),
  h('span', {class: 'label-text'}, label),
  h('span', {class: 'count'}, `${count} ${count === 1 ? 'row' : 'rows'}`),
  errors > 0 && h('span', {class: 'badge error'}, `${errors} ${errors === 1 ? 'error' : 'errors'}`));
}

/** Returns what the section shows of a child; null for nothing. */
function child({key, schemaId}, {showHidden, onlyNeedy, showIds, isEditable}) {
  const field = store.fields.get(key);
  const definition = definitionOf(schemaId);
  if (field) {
    return (field.hidden && !showHidden) || (onlyNeedy && !needsAttention(field, store))
      ? null
      : h(Field, {key, field, definition, isEditable, showIds});
  }
  const multivalue = store.multivalues.get(key);
  if (!multivalue || (multivalue.hidden && !showHidden)
    || (onlyNeedy && !cellsOf(multivalue).some(cell => needsAttention(cell, store)))) {
    return null;
  }
  return multivalue.isTable
    ? h(TableEntry, {key, table: multivalue})
    : h(ValueList, {key, list: multivalue, definition, isEditable, showIds});
}

export function Sidebar({isEditable, showHidden, setShowHidden}) {
  const [showIds, setShowIds] = useState(false);
  const [onlyNeedy, setOnlyNeedy] = useState(false);
  const shown = {showHidden, onlyNeedy, showIds, isEditable};
  const sections = store.sections
    .map(section => ({section, children: section.children.map(one => child(one, shown)).filter(Boolean)}))
    .filter(({children}) => children.length > 0);
  return h('nav', {class: 'sidebar', 'aria-label': 'Fields', 'data-region': 'sidebar'},
    h('div', {class: 'switches', role: 'group', 'aria-label': 'Show'},
      h(Switch, {name: 'Needs attention', isOn: onlyNeedy, onChange: setOnlyNeedy}),
      h(Switch, {name: 'Hidden fields', isOn: showHidden, onChange: setShowHidden}),
      h(Switch, {name: 'Schema ids', isOn: showIds, onChange: setShowIds})),
    h('div', {class: 'sections'},
      sections.length === 0 && h('p', {class: 'empty'}, onlyNeedy ? 'No field needs attention.' : 'No field is shown.'),
      sections.map(({section, children}) =>
        h('div', {key: section.schemaId, class: 'section', role: 'group', 'aria-labelledby': `section-${section.schemaId}`},
          h('h2', {id: `section-${section.schemaId}`}, section.label || section.schemaId,
            showIds && h('code', {class: 'schema-id'}, section.schemaId)),
          children))));
}
