// The document as the page knows it. Parts that change are new objects, so that a component can
// compare them by identity.
import {countAttention} from './attention.js';

const NONE = [];
const listeners = new Set();

export const store = {
  document: 0,
  version: 0,
  head: null,
  sections: [],
  definitions: {},
  /** Fields, cells, values and buttons by key. */
  fields: new Map(),
  /** Tables and lists by key. */
  multivalues: new Map(),
  /** How many fields are in each state that needs attention. */
  counts: {error: 0, warning: 0, required: 0, review: 0},
  link: 'open',
  busy: '',
};

export function subscribe(listener) {
  listeners.add(listener);
}

function changed() {
  listeners.forEach(listener => listener());
}

/** Sets whether the server is there, and what the document waits for. */
export function setLink(link, busy) {
  if (link !== store.link || busy !== store.busy) {
    Object.assign(store, {link, busy});
    changed();
  }
}

export function definitionOf(schemaId) {
  return store.definitions[schemaId] ?? {label: schemaId, type: 'string'};
}

/** Takes what the server sent: the whole document, or what is different since the version before. */
export function applyView(view) {
  if (view.structure) {
    Object.assign(store, view.structure);
  }
  if (view.whole) {
    store.fields = new Map();
    store.multivalues = new Map();
  }
  const texts = new Map(view.fields.map(field => [field[0], field]));
  if (view.whole) {
    placeHeaderFields(texts);
  }
  view.multivalues.forEach(multivalue => placeRows(multivalue, texts));
  replaceFields(texts);
  Object.assign(store, {document: view.document, version: view.version, head: view.head});
  store.counts = countAttention(store);
  changed();
}

function fieldOf([key, text, state, more], schemaId, place) {
  return {key, schemaId, text, state, messages: NONE, ...more, ...place};
}

function placeHeaderFields(texts) {
  for (const section of store.sections) {
    for (const {key, schemaId} of section.children) {
      if (texts.has(key)) {
        store.fields.set(key, fieldOf(texts.get(key), schemaId));
        texts.delete(key);
      }
    }
  }
}

/** Places the cells of a table in rows, or the values of a list. */
function placeRows({key, schemaId, isTable, hidden, columns, rows}, texts) {
  const place = (fieldKey, fieldSchemaId, row, column) => {
    const text = texts.get(fieldKey);
    if (text) {
      texts.delete(fieldKey);
      store.fields.set(fieldKey, fieldOf(text, fieldSchemaId, {multivalue: key, row, column}));
    }
    return store.fields.get(fieldKey);
  };
  const valueId = isTable ? '' : valueIdOf(schemaId);
  store.multivalues.set(key, {
    key, schemaId, isTable, hidden, columns,
    rows: rows.map(([row, ...cells]) => ({
      key: row,
      cells: isTable
        ? cells.map((cell, i) => cell && place(cell, columns[i], row, i))
        : [place(row, valueId, row, 0)],
    })),
    indexes: new Map(rows.map(([row], i) => [row, i])),
  });
}

/** Returns the schema id of the values of a list. */
function valueIdOf(listId) {
  return definitionOf(listId).valueId ?? listId;
}

/** Replaces fields that are where they were. */
function replaceFields(texts) {
  const touched = new Set();
  for (const [key, text] of texts) {
    const known = store.fields.get(key);
    if (known) {
      const {schemaId, multivalue, row, column} = known;
      const field = fieldOf(text, schemaId, {multivalue, row, column});
      store.fields.set(key, field);
      if (multivalue) {
        replaceCell(field, touched);
      }
    }
  }
}

function replaceCell(field, touched) {
  if (!touched.has(field.multivalue)) {
    touched.add(field.multivalue);
    const before = store.multivalues.get(field.multivalue);
    store.multivalues.set(before.key, {...before, rows: [...before.rows]});
  }
  const {rows, indexes} = store.multivalues.get(field.multivalue);
  const index = indexes.get(field.row);
  const cells = [...rows[index].cells];
  cells[field.column] = field;
  rows[index] = {...rows[index], cells};
}
