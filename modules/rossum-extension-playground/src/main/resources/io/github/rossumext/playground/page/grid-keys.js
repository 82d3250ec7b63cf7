// The keys of a grid: arrows go to the neighbor of a cell. Within a text, Left and Right first go
// through the text.

/** Returns whether the caret of an input is at the edge, or the whole text is selected. */
function isAtEdge(input, step) {
  if (input.selectionStart === undefined || input.readOnly) {
    return true;
  }
  const {selectionStart: start, selectionEnd: end, value} = input;
  return (start === 0 && end === value.length) || (start === end && start === (step < 0 ? 0 : value.length));
}

export function onGridKey(event, table, columns, focusCell) {
  const cell = event.target.closest('[data-column]');
  const row = event.target.closest('[data-row]');
  if (event.defaultPrevented || !cell || !row || event.altKey) {
    return;
  }
  const from = {
    row: table.indexes.get(Number(row.dataset.row)),
    column: columns.indexOf(Number(cell.dataset.column)),
  };
  const to = target(event, from, table.rows.length, columns.length);
  if (to && table.rows[to.row]?.cells[columns[to.column]]) {
    event.preventDefault();
    focusCell(table.rows[to.row].key, columns[to.column]);
  }
}

/** Returns where a key leads; null if it is not one of the grid's. */
function target(event, {row, column}, rows, columns) {
  const page = 10;
  switch (event.key) {
    case 'ArrowUp': return {row: row - 1, column};
    case 'ArrowDown': return {row: row + 1, column};
    case 'PageUp': return {row: Math.max(0, row - page), column};
    case 'PageDown': return {row: Math.min(rows - 1, row + page), column};
    case 'ArrowLeft': return isAtEdge(event.target, -1) ? {row, column: column - 1} : null;
    case 'ArrowRight': return isAtEdge(event.target, 1) ? {row, column: column + 1} : null;
    case 'Home': return event.ctrlKey ? {row: 0, column: 0} : null;
    case 'End': return event.ctrlKey ? {row: rows - 1, column: columns - 1} : null;
    default: return null;
  }
}
