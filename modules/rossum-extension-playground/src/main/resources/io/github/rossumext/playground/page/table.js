// A table: a grid of which only the visible rows, and the row with the focus, are in the DOM.
import {needsAttention} from './attention.js';
import {act} from './connection.js';
import {h, keyed, useEffect, useLayoutEffect, useMemo, useRef, useState} from './dom.js';
import {focusField, focusLast, keepFocus, registerTable, useSelection} from './focus.js';
import {onGridKey} from './grid-keys.js';
import {Icon} from './icons.js';
import {plain} from './markup.js';
import {messageKey} from './messages.js';
import {useRefusals} from './refusals.js';
import {ROW_HEIGHT, Row} from './row.js';
import {definitionOf, store} from './store.js';

/** Rows above and below those that one sees, so that scrolling and Tab find the next ones. */
const MARGIN = 12;

/** Returns the indexes in their table of the columns that are shown. */
function shownColumns(table, showHidden) {
  return table.columns.map((_, i) => i).filter(i => showHidden
    || (table.rows.length === 0
      ? !definitionOf(table.columns[i]).hidden
      : table.rows.some(row => row.cells[i] && !row.cells[i].hidden)));
}

const WIDTHS = {number: 110, date: 116, enum: 150};

function widthOf(schemaId) {
  const {type, label, width, stretch} = definitionOf(schemaId);
  const needed = type === 'button' ? label.length * 8 + 32 : WIDTHS[type] ?? 110;
  const pixels = Math.min(360, Math.max(needed, width ? width * 8 + 24 : 0));
  return stretch ? `minmax(${pixels}px, 1fr)` : `${pixels}px`;
}

/** Follows what one sees of an element that scrolls. */
function useViewport(scroller) {
  const [view, setView] = useState({top: 0, height: 400});
  useLayoutEffect(() => {
    const read = () => setView({top: scroller.current.scrollTop, height: scroller.current.clientHeight});
    const observer = new ResizeObserver(read);
    observer.observe(scroller.current);
    scroller.current.addEventListener('scroll', read, {passive: true});
    return () => observer.disconnect();
  }, []);
  return view;
}

/** The sums below their columns. */
function Sums({table, columns}) {
  const sums = store.head.sums[table.key];
  return sums && table.rows.length > 0 && h('div', {class: 'sums', 'aria-hidden': 'true'},
    h('span', {class: 'sum-of'}, 'Sum'),
    columns.map(i => {
      const id = table.columns[i];
      return h('span', {key: id, class: 'sum', title: definitionOf(id).sum}, sums[id] ?? '');
    }));
}

/** The sums for assistive technology: a grid has no place for them. */
function SumsInWords({table}) {
  return Object.entries(store.head.sums[table.key] ?? {}).map(([id, sum]) =>
    h('span', {key: id, class: 'out-of-sight'}, `Sum of ${definitionOf(id).label}: ${sum}`));
}

function Grid({table, columns, isEditable, onRefused}) {
  const scroller = useRef(null);
  const {top, height} = useViewport(scroller);
  const [focusedRow, setFocusedRow] = useState(0);
  const wanted = useRef(null);
  // The same function for all renderings: rows are rendered again if a property is another one.
  const deleting = useRef((row, index) => onDelete(row, index));

  /** Brings a cell into view, and gives it the focus when it is rendered. */
  function focusCell(row, column) {
    const place = table.indexes.get(row) * ROW_HEIGHT;
    const {scrollTop, clientHeight} = scroller.current;
    if (place < scrollTop || place + 2 * ROW_HEIGHT > scrollTop + clientHeight) {
      scroller.current.scrollTop = place - clientHeight / 2 + ROW_HEIGHT;
    }
    wanted.current = {row, column};
    setFocusedRow(row);
    focusWanted();
  }

  function focusWanted() {
    if (wanted.current) {
      const {row, column} = wanted.current;
      const cell = scroller.current.querySelector(`[data-row="${row}"] [data-column="${column}"] [data-key]`);
      if (cell) {
        wanted.current = null;
        cell.focus();
        cell.select?.();
      }
    }
  }

  /** Deletes a row, and goes to the button of the row that takes its place. */
  function onDelete(row, index) {
    act('remove_row', {key: row.key}).then(reasons => {
      onRefused(reasons);
      keepFocus(() => scroller.current.querySelector(`[aria-rowindex="${index + 2}"] .delete`)
        ?? scroller.current.querySelector(`[aria-rowindex="${index + 1}"] .delete`));
    });
  }

  useLayoutEffect(focusWanted);
  useEffect(() => registerTable(table.key, focusCell));

  const first = Math.max(0, Math.floor(top / ROW_HEIGHT) - MARGIN);
  const last = Math.min(table.rows.length, Math.ceil((top + height) / ROW_HEIGHT) + MARGIN);
  const indexes = [];
  for (let i = first; i < last; i++) {
    indexes.push(i);
  }
  const focused = table.indexes.get(focusedRow) ?? -1;
  if (focused >= 0 && focused < first) {
    indexes.unshift(focused);
  } else if (focused >= last) {
    indexes.push(focused);
  }
  const {label} = definitionOf(table.schemaId);
  return h('div', {
    class: 'grid',
    ref: scroller,
    role: 'grid',
    'aria-label': label,
    'aria-rowcount': table.rows.length + 1,
    'aria-colcount': columns.length + 2,
    style: {'--columns': `52px ${columns.map(i => widthOf(table.columns[i])).join(' ')} 40px`},
    onFocusIn: event => setFocusedRow(Number(event.target.closest('[data-row]')?.dataset.row ?? 0)),
    onKeyDown: event => onGridKey(event, table, columns, focusCell),
  },
  h('div', {class: 'grid-head', role: 'rowgroup'},
    h('div', {class: 'row', role: 'row', 'aria-rowindex': 1},
      h('span', {class: 'cell head number', role: 'columnheader', 'aria-colindex': 1}, '#'),
      columns.map((i, place) => {
        const definition = definitionOf(table.columns[i]);
        return h('span', {
          key: table.columns[i],
          class: `cell head type-${definition.type}`,
          role: 'columnheader',
          'aria-colindex': place + 2,
          title: definition.description ?? table.columns[i],
        }, h('span', {class: 'head-text'}, definition.label),
        definition.required && h('span', {class: 'star', 'aria-hidden': 'true'}, '*'));
      }),
      h('span', {class: 'cell head', role: 'columnheader', 'aria-colindex': columns.length + 2},
        h('span', {class: 'out-of-sight'}, 'Delete')))),
  h('div', {class: 'grid-body', role: 'rowgroup', style: {height: `${table.rows.length * ROW_HEIGHT}px`}},
    indexes.map(i => h(Row, {
      key: table.rows[i].key, row: table.rows[i], index: i, columns, isEditable,
      onRefused, onDelete: deleting.current,
    }))),
  h(Sums, {table, columns}));
}

/** The messages of the cell that has the focus; without one, those of the first that has any. */
function TableMessages({table, needy, refusals}) {
  const selected = useSelection();
  const field = selected?.multivalue === table.key && selected.messages.length > 0
    ? selected
    : needy.find(cell => cell.messages.length > 0);
  if (refusals.length > 0) {
    return h('span', {class: 'table-messages', title: refusals.join('\n')}, keyed(refusals, reason => reason, reason =>
      h('span', {class: 'message refused', role: 'alert'}, h(Icon, {name: 'lock'}), h('span', null, 'Not done: ', reason))));
  }
  return h('span', {class: 'table-messages', 'aria-hidden': 'true'}, field && keyed(field.messages, messageKey, ({type, markup}) =>
    h('span', {class: `message ${type}`},
      h(Icon, {name: type}),
      h('b', null, `${table.indexes.get(field.row) + 1}: ${definitionOf(field.schemaId).label}`),
      h('span', null, plain(markup)))));
}

export function Table({table, isEditable, showHidden}) {
  const [refusals, setRefusals] = useRefusals();
  const all = useMemo(() => shownColumns(table, showHidden), [table, showHidden]);
  // The rows are compared by identity, so the same columns must be the same list.
  const columns = useMemo(() => all, [all.join()]);
  const definition = definitionOf(table.schemaId);
  const needy = table.rows.flatMap(row => row.cells.filter(cell => cell && needsAttention(cell, store)));
  const errors = needy.filter(cell => cell.state === 'error' || cell.state === 'required');
  const firstNeedy = errors[0] ?? needy[0];
  return h('section', {id: `table-${table.key}`, class: `table${table.hidden ? ' is-hidden' : ''}`},
    h('div', {class: 'table-head'},
      h('h2', null, definition.label),
      h('span', {class: 'count'}, `${table.rows.length} ${table.rows.length === 1 ? 'row' : 'rows'}`),
      firstNeedy && h('button', {
        type: 'button',
        class: `badge ${errors.length > 0 ? 'error' : 'review'}`,
        onClick: () => focusField(firstNeedy.key),
      }, errors.length > 0
        ? `${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
        : `${needy.length} to look at`),
      h(TableMessages, {table, needy, refusals}),
      h(SumsInWords, {table}),
      h('button', {
        type: 'button', class: 'button quiet', disabled: !isEditable,
        onClick: () => act('add', {key: table.key}).then(reasons => {
          setRefusals(reasons);
          focusLast(table.key);
        }),
      }, h(Icon, {name: 'add'}), 'Add row')),
    h(Grid, {table, columns, isEditable, onRefused: setRefusals}));
}
