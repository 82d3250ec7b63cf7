// A field in the sidebar: state, label, value and messages.
import {h, memo} from './dom.js';
import {useEdit} from './edit.js';
import {acceptAndGoOn} from './focus.js';
import {Icon, stateInWords} from './icons.js';
import {Messages} from './messages.js';
import {Button, Dropdown, TextInput} from './inputs.js';

const KINDS = {
  formula: 'Computed by a formula. The playground does not compute it.',
  reasoning: 'Worked out by AI.',
  lookup: 'Looked up in master data.',
};

/** Whose values a user should not edit without a thought, unless the schema says so. */
const OWNERS = {data: 'the extension', formula: 'the formula', reasoning: 'AI', lookup: 'master data'};

/** Returns what is known of where a value comes from. */
export function origin(field) {
  const parts = [stateInWords(field.state)];
  if (field.sources) {
    parts.push(`validated by ${field.sources}`);
  }
  if (field.confidence) {
    parts.push(`confidence ${Math.round(field.confidence * 100)} %`);
  }
  return parts.join(', ');
}

function FieldLabel({definition, schemaId, htmlFor, showIds}) {
  return h('label', {class: 'label', for: htmlFor, title: definition.description},
    h('span', {class: 'label-text'}, definition.label,
      definition.required && h('span', {class: 'star', 'aria-hidden': 'true'}, '*')),
    KINDS[definition.ui] && h(Icon, {name: definition.ui, title: KINDS[definition.ui]}),
    definition.readOnly && !KINDS[definition.ui]
      && h(Icon, {name: 'lock', title: 'Users cannot edit it.'}),
    showIds && h('code', {class: 'schema-id'}, schemaId));
}

function FieldRow({field, definition, isEditable, showIds}) {
  const edit = useEdit(field);
  if (definition.type === 'button') {
    return h('div', {class: `field is-button${field.hidden ? ' is-hidden' : ''}`},
      h('span', {class: 'state'}),
      h('div', {class: 'button-place'},
        h(Button, {field, definition, isEditable}),
        showIds && h('code', {class: 'schema-id'}, field.schemaId),
        h(Messages, {id: `messages-${field.key}`, field, refusals: edit.refusals})));
  }
  const id = `field-${field.key}`;
  const input = definition.type === 'enum' || field.options?.length ? Dropdown : TextInput;
  return h('div', {class: `field is-${field.state}${field.hidden ? ' is-hidden' : ''}`},
    h('span', {class: 'state', title: origin(field)},
      h(Icon, {name: field.state, title: stateInWords(field.state)})),
    h(FieldLabel, {definition, schemaId: field.schemaId, htmlFor: id, showIds}),
    h(input, {
      id, field, definition, edit, isEditable,
      onEnter: isSent => acceptAndGoOn(field, isSent),
    }),
    edit.isChanged && definition.edit === 'enabled' && OWNERS[definition.ui]
      && h('p', {class: 'note'}, `Your text replaces that of ${OWNERS[definition.ui]}.`),
    h(Messages, {id: `messages-${field.key}`, field, refusals: edit.refusals}));
}

export const Field = memo(FieldRow);
