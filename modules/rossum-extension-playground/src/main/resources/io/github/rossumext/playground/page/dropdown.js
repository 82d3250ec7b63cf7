// An enum: a combobox with a filter. A value that is not among the options is kept and marked.
import {definitionOf} from './store.js';
import {h, useLayoutEffect, useRef, useState} from './dom.js';
import {canEdit, described, selectOnPress} from './inputs.js';

const MOST_SHOWN = 200;
const NO_OPTIONS = [];

export function optionsOf(field) {
  return field.options ?? definitionOf(field.schemaId).options ?? NO_OPTIONS;
}

const same = (one, other) => one.toLowerCase() === other.toLowerCase();

/** Returns the label of a value; the value itself if it is not an option. */
function labelOf(options, value) {
  const option = options.find(([known]) => same(known, value));
  return option ? option[1] || option[0] : value;
}

/** Returns the value that a text means: that of the option, or the text. */
function meantBy(options, text) {
  const option = options.find(([, label]) => same(label, text))
    ?? options.find(([value]) => same(value, text));
  return option ? option[0] : text;
}

function Options({id, shown, hiddenCount, value, active, anchor, onChoose}) {
  const list = useRef(null);
  useLayoutEffect(() => {
    place(list.current, anchor.current);
    list.current.querySelector('[data-active=true]')?.scrollIntoView({block: 'nearest'});
  });
  return h('ul', {id, class: 'options', role: 'listbox', 'aria-label': 'Options', ref: list},
    shown.length === 0 && h('li', {class: 'no-option', role: 'option', 'aria-disabled': 'true'}, 'No option matches'),
    shown.map(([optionValue, label], i) => h('li', {
      key: optionValue,
      id: `${id}-${i}`,
      role: 'option',
      class: 'option',
      'aria-selected': same(optionValue, value) ? 'true' : 'false',
      'data-active': i === active,
      onMouseDown: event => event.preventDefault(), // keeps the focus
      onClick: () => onChoose(optionValue),
    }, label || optionValue || '(empty)')),
    hiddenCount > 0 && h('li', {class: 'no-option', role: 'option', 'aria-disabled': 'true'},
      `${hiddenCount} more: type a part of their text to find them`));
}

/** Puts the list below its input, or above it if there is more room. */
function place(list, anchor) {
  const box = anchor.getBoundingClientRect();
  const below = innerHeight - box.bottom;
  const isAbove = below < 180 && box.top > below;
  list.style.left = `${box.left}px`;
  list.style.minWidth = `${box.width}px`;
  list.style.maxHeight = `${Math.min(320, (isAbove ? box.top : below) - 12)}px`;
  list.style.top = isAbove ? 'auto' : `${box.bottom + 2}px`;
  list.style.bottom = isAbove ? `${innerHeight - box.top + 2}px` : 'auto';
}

export function Dropdown({id, field, definition, edit, isEditable, isCell, onEnter}) {
  const [isOpen, setOpen] = useState(false);
  const [filter, setFilter] = useState(null);
  const [active, setActive] = useState(-1);
  const input = useRef(null);
  const options = optionsOf(field);
  const isReadOnly = !canEdit(field, definition, isEditable);
  const listId = `options-${field.key}`;
  const isUnknown = edit.text !== '' && !options.some(([value]) => same(value, edit.text));
  const matching = options
    .filter(([value, label]) => !filter || `${label} ${value}`.toLowerCase().includes(filter.toLowerCase()));
  const shown = matching.slice(0, MOST_SHOWN);

  function open(nextActive) {
    if (!isReadOnly) {
      setOpen(true);
      setActive(nextActive ?? shown.findIndex(([value]) => same(value, edit.text)));
    }
  }

  function close() {
    setOpen(false);
    setFilter(null);
    setActive(-1);
  }

  function choose(value) {
    close();
    edit.type(value);
    return edit.commit(value);
  }

  /** Takes what was typed. Returns whether it is sent. */
  function accept() {
    const isExact = filter !== null && options.some(([, label]) => same(label, filter));
    if (isOpen && shown[active] && !isExact) {
      return choose(shown[active][0]);
    }
    if (filter !== null) {
      return choose(meantBy(options, filter));
    }
    close();
    return false;
  }

  function move(step) {
    if (isOpen) {
      setActive(Math.max(0, Math.min(shown.length - 1, active + step)));
    } else {
      open();
    }
  }

  function onKeyDown(event) {
    if (event.altKey && event.key === 'ArrowDown') {
      open();
    } else if (isOpen && event.key === 'ArrowDown') {
      move(1);
    } else if (isOpen && event.key === 'ArrowUp') {
      move(-1);
    } else if (event.key === 'Enter') {
      onEnter(accept());
    } else if (event.key === 'Escape' && (isOpen || filter !== null || edit.isChanged)) {
      close();
      edit.restore();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  return h('div', {class: `dropdown${isUnknown ? ' is-unknown' : ''}`},
    h('input', {
      id,
      ref: input,
      type: 'text',
      class: 'input type-enum',
      autocomplete: 'off',
      spellcheck: false,
      role: 'combobox',
      'data-key': field.key,
      ...described(field, definition, edit, isCell),
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-expanded': isOpen ? 'true' : 'false',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && active >= 0 ? `${listId}-${active}` : undefined,
      value: filter ?? labelOf(options, edit.text),
      title: isUnknown ? 'This value is not among the options.' : undefined,
      readOnly: isReadOnly,
      onInput: event => {
        setFilter(event.currentTarget.value);
        setOpen(true);
        setActive(event.currentTarget.value ? 0 : -1);
      },
      onBlur: () => {
        if (filter !== null) {
          choose(meantBy(options, filter));
        } else {
          close();
        }
      },
      onMouseDown: selectOnPress,
      onClick: () => open(),
      onKeyDown,
    }),
    h('span', {class: 'dropdown-arrow', 'aria-hidden': 'true'}, '▾'),
    isUnknown && h('span', {class: 'unknown', title: 'This value is not among the options.'}, 'unknown'),
    isOpen && h(Options, {
      id: listId, shown, hiddenCount: matching.length - shown.length, value: edit.text, active, anchor: input, onChoose: choose,
    }));
}
