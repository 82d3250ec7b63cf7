// The place of the user in a table or list, if a rule removes the row that they are in.

/** Returns the place of an element of a row or of a value; null if it is elsewhere. */
export function placeOf(element) {
  const row = element?.closest('[data-row]');
  if (row) {
    return {
      around: row.closest('section'),
      index: Number(row.getAttribute('aria-rowindex')),
      column: element.closest('[data-column]')?.dataset.column,
    };
  }
  const value = element?.closest('.value');
  return value ? {around: value.parentElement, index: valuesOf(value.parentElement).indexOf(value)} : null;
}

function valuesOf(list) {
  return [...list.querySelectorAll(':scope > .value')];
}

function inRow({around, column}, index) {
  return around.querySelector(`[aria-rowindex="${index}"] ${column ? `[data-column="${column}"] [data-key]` : '.delete'}`);
}

/** Returns what takes the place: of the next row, of the one before, or what adds one. */
function neighbourOf(place) {
  const {around, index} = place;
  if (around.matches('section')) {
    return inRow(place, index) ?? inRow(place, index - 1) ?? around.querySelector('.table-head .quiet');
  }
  const values = valuesOf(around);
  return (values[index] ?? values.at(-1) ?? around).querySelector('[data-key], button');
}

/** Gives the focus to the neighbour of an element that has gone. */
export function goToNeighbour(element, place) {
  if (place?.around.isConnected && !element.isConnected && document.activeElement === document.body) {
    neighbourOf(place)?.focus();
  }
}
