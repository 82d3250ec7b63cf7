// What the events need: statuses, an e-mail, files, arguments, a request.
import {h, useState} from './dom.js';
import {STATUSES, statusInWords} from './words.js';

const TYPES = {
  pdf: 'application/pdf', xml: 'application/xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg',
  tif: 'image/tiff', tiff: 'image/tiff', csv: 'text/csv', txt: 'text/plain', html: 'text/html', zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What was filled in, by form. It stays while the user looks at another panel. */
const filled = {
  status: {from: 'to_review', to: 'reviewing'},
  email: {
    from: 'Invoices <invoices@supplier.example>', subject: 'Invoice for order 450017', text: '',
    files: [{name: 'invoice.pdf', type: 'application/pdf'}, {name: 'logo.png', type: 'image/png'}],
  },
  upload: {files: [{name: 'invoice.pdf', type: 'application/pdf'}], metadata: '{}', values: '{}'},
  manual: {arguments: '{\n  "vendor": "V-1"\n}'},
  recorded: {request: ''},
};

function useForm(name) {
  const [values, setValues] = useState(filled[name]);
  return [values, change => {
    filled[name] = {...filled[name], ...change};
    setValues(filled[name]);
  }];
}

function Text({label, value, onInput}) {
  return h('label', {class: 'form-line'}, h('span', null, label),
    h('input', {type: 'text', class: 'input', value, spellcheck: false, onInput: event => onInput(event.currentTarget.value)}));
}

function Area({label, value, rows, onInput, hint}) {
  return h('label', {class: 'form-line is-tall'}, h('span', null, label),
    h('textarea', {class: 'pasted', rows, value, spellcheck: false, onInput: event => onInput(event.currentTarget.value)}),
    hint && h('span', {class: 'hint'}, hint));
}

/** A JSON text becomes JSON. What is none goes as it is, so that the server says what is wrong. */
function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function Send({title, onClick}) {
  return h('div', {class: 'form-end'},
    h('button', {type: 'button', class: 'button primary small', 'aria-label': `Send ${title}`, onClick}, 'Send'));
}

function typeOf(name, before) {
  return TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? before;
}

function Files({files, onChange}) {
  const change = (index, part) => onChange(files.map((file, i) => i === index ? {...file, ...part} : file));
  return h('fieldset', {class: 'files'},
    h('legend', null, 'Files'),
    h('ul', null, files.map((file, i) => h('li', {key: i, class: 'file-line'},
      h('input', {
        type: 'text', class: 'input', value: file.name, 'aria-label': `Name of file ${i + 1}`, spellcheck: false,
        onInput: event => {
          const name = event.currentTarget.value;
          change(i, {name, type: typeOf(name, file.type)});
        },
      }),
      h('input', {
        type: 'text', class: 'input', value: file.type, 'aria-label': `Type of file ${i + 1}`, spellcheck: false,
        onInput: event => change(i, {type: event.currentTarget.value}),
      }),
      h('button', {
        type: 'button', class: 'icon-button', 'aria-label': `Remove file ${i + 1}`,
        onClick: event => {
          const lines = event.currentTarget.closest('fieldset');
          onChange(files.filter((one, k) => k !== i));
          lines.querySelector('.add-file').focus();
        },
      }, '×')))),
    h('button', {
      type: 'button', class: 'button small add-file',
      onClick: () => onChange([...files, {name: `file-${files.length + 1}.pdf`, type: TYPES.pdf}]),
    }, 'Add a file'));
}

function Status({label, value, onChange}) {
  return h('label', {class: 'form-line'}, h('span', null, label),
    h('select', {class: 'choice', value, onChange: event => onChange(event.currentTarget.value)},
      Object.keys(STATUSES).map(status => h('option', {key: status, value: status}, statusInWords(status)))));
}

export function StatusForm({title, send}) {
  const [{from, to}, change] = useForm('status');
  return [
    h(Status, {label: 'From', value: from, onChange: value => change({from: value})}),
    h(Status, {label: 'To', value: to, onChange: value => change({to: value})}),
    h('p', {class: 'hint'}, 'The document keeps its status: only the event is sent.'),
    h(Send, {title, onClick: () => send({from, to})}),
  ];
}

export function EmailForm({title, send}) {
  const [{from, subject, text, files}, change] = useForm('email');
  return [
    h(Text, {label: 'From', value: from, onInput: value => change({from: value})}),
    h(Text, {label: 'Subject', value: subject, onInput: value => change({subject: value})}),
    h(Area, {label: 'Text', value: text, rows: 2, onInput: value => change({text: value})}),
    h(Files, {files, onChange: value => change({files: value})}),
    h(Send, {title, onClick: () => send({from, subject, text, files})}),
  ];
}

export function UploadForm({title, send}) {
  const [{files, metadata, values}, change] = useForm('upload');
  return [
    h(Files, {files, onChange: value => change({files: value})}),
    h(Area, {label: 'Metadata', value: metadata, rows: 2, onInput: value => change({metadata: value}), hint: 'JSON, such as {"source": "erp"}'}),
    h(Area, {label: 'Values', value: values, rows: 2, onInput: value => change({values: value}), hint: 'JSON, such as {"upload:cost_center": "7"}'}),
    h(Send, {title, onClick: () => send({files, metadata: json(metadata), values: json(values)})}),
  ];
}

export function ManualForm({title, send}) {
  const [values, change] = useForm('manual');
  return [
    h(Area, {label: 'Arguments', value: values.arguments, rows: 4, onInput: value => change({arguments: value}), hint: 'a JSON object: the client’s keys'}),
    h(Send, {title, onClick: () => send({arguments: json(values.arguments)})}),
  ];
}

export function RecordedForm({title, send}) {
  const [{request}, change] = useForm('recorded');
  return [
    h(Area, {label: 'Request', value: request, rows: 6, onInput: value => change({request: value}), hint: 'JSON, such as a recorded e-mail'}),
    h(Send, {title, onClick: () => send({request})}),
  ];
}
