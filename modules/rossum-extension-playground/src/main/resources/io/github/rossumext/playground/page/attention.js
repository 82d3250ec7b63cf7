// What needs the attention of the user, in the order of the screen: the fields of the sidebar, then
// the cells of the tables.
const NEEDY = new Set(['error', 'warning', 'required', 'review']);

export function needsAttention(field, store) {
  return !field.hidden && NEEDY.has(field.state) && store.definitions[field.schemaId]?.type !== 'button';
}

function* multivaluesIn(store, isTable) {
  for (const section of store.sections) {
    for (const {key} of section.children) {
      const multivalue = store.multivalues.get(key);
      if (multivalue?.isTable === isTable) {
        yield multivalue;
      }
    }
  }
}

/** Returns all tables, in their order. */
export function tablesIn(store) {
  return [...multivaluesIn(store, true)];
}

function* fieldsInOrder(store) {
  for (const section of store.sections) {
    for (const {key} of section.children) {
      const field = store.fields.get(key);
      if (field) {
        yield field;
      } else if (store.multivalues.get(key)?.isTable === false) {
        yield* store.multivalues.get(key).rows.map(row => row.cells[0]);
      }
    }
  }
  for (const table of multivaluesIn(store, true)) {
    for (const row of table.rows) {
      yield* row.cells.filter(Boolean);
    }
  }
}

export function countAttention(store) {
  const counts = {error: 0, warning: 0, required: 0, review: 0};
  for (const field of fieldsInOrder(store)) {
    if (needsAttention(field, store)) {
      counts[field.state]++;
    }
  }
  return counts;
}

/** Returns the key of the field that needs attention after this one; 0 after the last one. */
export function nextNeedy(store, key) {
  let isAfter = false;
  for (const field of fieldsInOrder(store)) {
    if (isAfter && needsAttention(field, store)) {
      return field.key;
    }
    isAfter ||= field.key === key;
  }
  return 0;
}

/** Returns the key of the first field that needs attention; 0 for none. */
export function firstNeedy(store) {
  for (const field of fieldsInOrder(store)) {
    if (needsAttention(field, store)) {
      return field.key;
    }
  }
  return 0;
}
