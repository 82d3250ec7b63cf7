// The inputs of fields and cells: a text, a dropdown and a button.
import {act} from './connection.js';
import {h, useRef, useState} from './dom.js';

export {Dropdown} from './dropdown.js';

/** Returns what assistive technology needs to know of an input. */
export function described(field, definition, edit, isCell) {
  // The head of a table shows the refusals of its cells.
  const hasMessage = field.messages.length > 0 || (edit.refusals.length > 0 && !isCell);
  const isInvalid = ['error', 'required'].includes(field.state);
  const id = `messages-${field.key}`;
  return {
    'aria-label': definition.label,
    'aria-required': definition.required ? 'true' : undefined,
    'aria-invalid': isInvalid ? 'true' : undefined,
    'aria-errormessage': hasMessage ? id : undefined,
    'aria-describedby': hasMessage ? id : undefined,
  };
}

/** Returns whether the user can edit it now. */
export function canEdit(field, definition, isEditable) {
  return isEditable && !definition.readOnly && !field.hidden;
}

/** Selects the whole text when the pointer brings the focus, so that typing replaces it. */
export function selectOnPress(event) {
  const input = event.currentTarget;
  if (document.activeElement !== input) {
    event.preventDefault();
    input.focus();
    input.select();
  }
}

export function TextInput({id, field, definition, edit, isEditable, isCell, onEnter}) {
  const isReadOnly = !canEdit(field, definition, isEditable);
  // A text of several lines stays one: an input would drop the line breaks. While a user removes
  // them, the element stays the same, and keeps the focus.
  const lines = edit.text.split('\n').length;
  const wasLong = useRef(false);
  wasLong.current ||= lines > 1;
  return h(wasLong.current ? 'textarea' : 'input', {
    id,
    ...(wasLong.current ? {rows: Math.min(lines, 4)} : {type: 'text'}),
    class: `input type-${definition.type}`,
    autocomplete: 'off',
    spellcheck: false,
    'data-key': field.key,
    ...described(field, definition, edit, isCell),
    value: edit.text,
    readOnly: isReadOnly,
    onMouseDown: isCell ? selectOnPress : undefined,
    onInput: event => edit.type(event.currentTarget.value),
    onBlur: () => edit.commit(),
    onKeyDown: event => {
      if (event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
        event.preventDefault();
        onEnter(edit.commit());
      } else if (event.key === 'Escape' && edit.isChanged) {
        event.preventDefault();
        edit.restore();
      }
    },
  });
}

export function Button({field, definition, isEditable}) {
  const [refusals, setRefusals] = useState([]);
  const [isWaiting, setWaiting] = useState(false);
  return h('span', {class: 'button-field'},
    h('button', {
      type: 'button',
      class: `button${isWaiting ? ' is-waiting' : ''}`,
      'data-key': field.key,
      disabled: !isEditable || field.hidden,
      onClick: () => {
        setWaiting(true);
        act('click', {key: field.key}).then(reasons => {
          setWaiting(false);
          setRefusals(reasons);
        });
      },
    }, definition.label),
    refusals.map(reason =>
      h('span', {key: reason, class: 'message refused', role: 'alert'}, 'Not done: ', reason)));
}
