// A row of a table, and its cells.
import {h, keyed, memo} from './dom.js';
import {useEdit} from './edit.js';
import {origin} from './field.js';
import {acceptAndGoOn} from './focus.js';
import {Icon, stateInWords} from './icons.js';
import {Button, Dropdown, TextInput} from './inputs.js';
import {plain, rendered} from './markup.js';
import {messageKey} from './messages.js';
import {definitionOf} from './store.js';

/** The height of a row in pixels, as the style sheet has it. */
export const ROW_HEIGHT = 34;

const MARKED = new Set(['error', 'warning', 'required', 'review']);

/** The messages of a cell, for assistive technology. The head of the table shows them. */
function CellMessages({field}) {
  return h('div', {id: `messages-${field.key}`, class: 'out-of-sight'},
    keyed(field.messages, messageKey, ({markup}) => h('p', null, rendered(markup))));
}

function CellInput({field, definition, isEditable, onRefused}) {
  const edit = useEdit(field, onRefused);
  const input = definition.type === 'enum' || field.options?.length ? Dropdown : TextInput;
  return [
    MARKED.has(field.state) && h('span', {class: 'cell-state', title: origin(field)},
      h(Icon, {name: field.state, title: stateInWords(field.state)})),
    h(input, {
      field, definition, edit, isEditable, isCell: true,
      onEnter: isSent => acceptAndGoOn(field, isSent),
    }),
    field.messages.length > 0 && h(CellMessages, {field}),
  ];
}

/** A cell says its messages, as its input does. */
function messagesOf(field) {
  const isInvalid = ['error', 'required'].includes(field.state);
  const id = `messages-${field.key}`;
  return field.messages.length > 0
    ? {'aria-invalid': isInvalid ? 'true' : undefined, 'aria-errormessage': id, 'aria-describedby': id}
    : {};
}

const Cell = memo(({field, column, place, isEditable, onRefused}) => {
  const definition = definitionOf(field.schemaId);
  return h('div', {
    class: `cell is-${field.state}${field.hidden ? ' is-hidden' : ''}`,
    role: 'gridcell',
    'aria-colindex': place + 2,
    'data-column': column,
    ...messagesOf(field),
    title: field.messages.map(({markup}) => plain(markup)).join('\n') || undefined,
  }, definition.type === 'button'
    ? h(Button, {field, definition, isEditable})
    : h(CellInput, {field, definition, isEditable, onRefused}));
});

export const Row = memo(({row, index, columns, isEditable, onDelete, onRefused}) =>
  h('div', {
    class: `row${index % 2 ? ' is-odd' : ''}`,
    role: 'row',
    'aria-rowindex': index + 2,
    'data-row': row.key,
    style: {top: `${index * ROW_HEIGHT}px`},
  },
  h('span', {class: 'cell number', role: 'rowheader', 'aria-colindex': 1}, index + 1),
  columns.map((column, place) => row.cells[column]
    ? h(Cell, {key: column, field: row.cells[column], column, place, isEditable, onRefused})
    : h('div', {key: column, class: 'cell', role: 'gridcell', 'aria-colindex': place + 2})),
  h('div', {class: 'cell', role: 'gridcell', 'aria-colindex': columns.length + 2},
    h('button', {
      type: 'button', class: 'icon-button delete', disabled: !isEditable, 'aria-label': `Delete row ${index + 1}`,
      onClick: () => onDelete(row, index),
    }, h(Icon, {name: 'remove'})))));
