// Where the focus is and where it goes. A cell that is not rendered is, before it gets the focus.
import {firstNeedy, nextNeedy} from './attention.js';
import {act, settled} from './connection.js';
import {useEffect, useState} from './dom.js';
import {store} from './store.js';

const listeners = new Set();
const tables = new Map();

/** The key of the field that has, or last had, the focus. */
let selected = 0;

/** Returns the field that has, or last had, the focus. */
export function useSelection() {
  const [key, setKey] = useState(selected);
  useEffect(() => {
    listeners.add(setKey);
    return () => listeners.delete(setKey);
  }, []);
  return store.fields.get(key);
}

/** Notes that a field got the focus. */
export function select(key) {
  if (key !== selected) {
    selected = key;
    listeners.forEach(listener => listener(key));
  }
}

/** Tells how a table brings a cell into view and gives it the focus. */
export function registerTable(key, focusCell) {
  tables.set(key, focusCell);
  return () => tables.delete(key);
}

export function focusField(key) {
  const field = store.fields.get(key);
  const focusCell = field && tables.get(field.multivalue);
  if (focusCell) {
    focusCell(field.row, field.column);
  } else {
    focusElement(document.querySelector(`[data-key="${key}"]`));
  }
}

export function focusElement(element) {
  element?.focus();
  element?.select?.();
  element?.scrollIntoView?.({block: 'nearest', inline: 'nearest'});
}

/**
 * Accepts a field that the user has seen, and goes to the next one that needs attention; after the
 * last one to Confirm.
 *
 * @param isSent whether its text is on the way to the server
 */
export function acceptAndGoOn(field, isSent) {
  const next = nextNeedy(store, field.key);
  if (!isSent && field.state !== 'seen' && store.head.isEditable) {
    act('visit', {key: field.key});
  }
  if (next) {
    focusField(next);
    return;
  }
  if (store.head.errorCount === 0) {
    focusPrimaryAction();
  }
  // The response may take the last error away, or bring another one.
  const place = document.activeElement;
  settled().then(() => {
    if (document.activeElement === place || document.activeElement === document.body) {
      goToTheEnd();
    }
  });
}

/** Goes to Confirm, or to what is in its way. If that is no field, the focus stays. */
function goToTheEnd() {
  if (store.head.errorCount === 0) {
    focusPrimaryAction();
  } else if (firstNeedy(store)) {
    focusField(firstNeedy(store));
  }
}

/** Goes to what a user does next with the whole document. It is never Delete. */
function focusPrimaryAction() {
  focusElement(document.querySelector('[data-region=actions] .primary:enabled'));
}

/**
 * Returns where a user goes on after an action: to the next action, or, if the document is done, to
 * the choice of another one.
 */
export function goOn() {
  const isDone = ['exported', 'postponed', 'rejected', 'deleted'].includes(store.head.status);
  return document.querySelector(isDone ? '.header [data-goes-on]' : '[data-region=actions] .primary:enabled');
}

/** Gives the focus to something, if what had it has gone. */
export function keepFocus(toElement) {
  if (document.activeElement === document.body) {
    focusElement(toElement());
  }
}

/** Gives the focus to the last row of a table, or to the last value of a list. */
export function focusLast(multivalueKey) {
  const last = store.multivalues.get(multivalueKey)?.rows.at(-1);
  const cell = last?.cells.find(one => one && !one.hidden && !store.definitions[one.schemaId]?.readOnly);
  if (cell) {
    focusField(cell.key);
  }
}

const REGIONS = ['sidebar', 'page', 'tables', 'inspector', 'actions'];

/** Goes to the first element of the next region, or of the one before. */
export function focusRegion(step) {
  const current = document.activeElement?.closest('[data-region]')?.dataset.region;
  const start = REGIONS.indexOf(current);
  for (let i = 1; i <= REGIONS.length; i++) {
    const name = REGIONS[(start + step * i + 2 * REGIONS.length) % REGIONS.length];
    const target = document.querySelector(
      `[data-region=${name}] :is(input, textarea, button, select):enabled, `
      + `[data-region=${name}] [tabindex="0"]`);
    if (target) {
      focusElement(target);
      return;
    }
  }
}
