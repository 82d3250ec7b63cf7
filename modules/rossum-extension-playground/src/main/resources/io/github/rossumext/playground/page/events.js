// Every event of the protocol: sends it, and shows what came of it.
import {act} from './connection.js';
import {h, useEffect, useRef, useState} from './dom.js';
import {EmailForm, ManualForm, RecordedForm, StatusForm, UploadForm} from './event-forms.js';
import {EventReport, reportInWords} from './event-report.js';
import {store} from './store.js';

const CONTENT = 'annotation_content.';

/** The events, with what they mean in Rossum. One without a form needs nothing else. */
const GROUPS = [
  ['This document, as it is now', [
    {event: `${CONTENT}initialize`, meaning: 'the extraction has finished'},
    {event: `${CONTENT}started`, meaning: 'a user opened it'},
    {event: `${CONTENT}updated`, meaning: 'a user changed a field: change one on the left'},
    {event: `${CONTENT}user_update`, meaning: 'a validation without a change'},
    {event: `${CONTENT}confirm`, meaning: 'a user confirms'},
    {event: `${CONTENT}export`, meaning: 'it is being exported'},
    {event: 'annotation_status.changed', meaning: 'its status changed', form: StatusForm, name: 'send_status'},
  ]],
  ['Arrivals', [
    {event: 'email.received', meaning: 'which attachments are imported?', form: EmailForm, name: 'send_email'},
    {event: 'upload.created', meaning: 'which files are imported?', form: UploadForm, name: 'send_upload'},
  ]],
  ['Invocations', [
    {event: 'invocation.scheduled', meaning: 'the cron of the hook is due', name: 'send_scheduled'},
    {event: 'invocation.manual', meaning: 'a client of the API invokes the hook', form: ManualForm, name: 'send_manual'},
  ]],
  ['A request that you have', [
    {event: 'recorded', title: 'Recorded request', meaning: 'of any event but annotation_content', form: RecordedForm, name: 'send_request'},
  ]],
];

const DELIVERIES = {
  '': 'as usual',
  request_lost: 'the request is lost',
  response_lost: 'the response is lost',
  response_late: 'the response comes too late',
  arrives_twice: 'it arrives twice',
  arrives_twice_at_once: 'it arrives twice at once',
};

const TIMES = {10: '10 seconds', 60: '1 minute', 600: '10 minutes', 3600: '1 hour', 86400: '1 day'};

/** What the user chose and filled in. It stays while they look at another panel. */
const kept = {delivery: '', time: '60', open: ''};

/** A state that outlives the component. */
function useKept(name) {
  const [value, setValue] = useState(kept[name]);
  return [value, next => {
    kept[name] = next;
    setValue(next);
  }];
}

function argumentsOf({event, name}) {
  return name ? [name, {}] : ['send_content', {action: event.slice(CONTENT.length)}];
}

function Choice({label, options, value, isMarked, onChange}) {
  return h('label', {class: 'choice-label'}, h('span', null, label),
    h('select', {class: `choice${isMarked ? ' is-set' : ''}`, value, onChange: event => onChange(event.currentTarget.value)},
      Object.entries(options).map(([key, text]) => h('option', {key, value: key}, text))));
}

function Clock({onDone}) {
  const [time, setTime] = useKept('time');
  return h('div', {class: 'event-tool'},
    h(Choice, {label: 'Time to pass', options: TIMES, value: time, onChange: setTime}),
    h('button', {
      type: 'button', class: 'button small',
      onClick: () => act('pass_time', {seconds: Number(time)}).then(onDone),
    }, 'Let time pass'),
    h('p', {class: 'hint'}, 'Rossum’s clock: ', h('b', {class: 'clock'}, store.head.clock.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')),
      '. Your endpoint follows it only if you build it with this clock.'));
}

/** Delivers the last request of an event a second time. */
function Again({onDone}) {
  const last = store.head.exchanges.findLast(({event}) => event !== 'annotation_status.changed')
    ?? store.head.exchanges.at(-1);
  return last && h('div', {class: 'event-tool'},
    h('span', {class: 'last-request'}, 'Last request: ', h('code', null, last.event)),
    h('button', {
      type: 'button', class: 'button small',
      onClick: () => act('again', {event: last.event}).then(onDone),
    }, 'Deliver it again'));
}

function Refusals({reasons}) {
  return reasons.map(reason => h('p', {key: reason, class: 'message error', role: 'alert'}, reason));
}

function Row({entry, isHandled, isOpen, setOpen, report, refusals, send}) {
  const {event, meaning, form, title = event} = entry;
  const row = useRef(null);
  // Each view brings another object, also if it says the same.
  const said = report && `${report.act} ${report.exchanges}`;
  useEffect(() => {
    if (said) {
      row.current.scrollIntoView({block: 'nearest'});
    }
  }, [said]);
  const name = h('span', {class: 'event-name'}, title.replace(CONTENT, ''));
  const meant = h('span', {class: 'event-meaning'}, meaning);
  const id = `event-${event.replace('.', '-')}`;
  return h('li', {class: `event-row${isHandled ? '' : ' is-unhandled'}`, ref: row},
    h('div', {class: 'event-head'},
      form
        ? h('button', {
          type: 'button', class: 'event-toggle', 'aria-expanded': isOpen ? 'true' : 'false',
          'aria-controls': isOpen ? id : undefined, onClick: () => setOpen(isOpen ? '' : event),
        }, name, meant)
        : h('div', {class: 'event-toggle'}, name, meant),
      !isHandled && h('span', {class: 'badge muted'}, 'not handled'),
      !form && event !== `${CONTENT}updated` && h('button', {
        type: 'button', class: 'button small', 'aria-label': `Send ${title}`, onClick: () => send(entry, {}),
      }, 'Send')),
    isOpen && form && h('div', {id, class: 'event-form'}, h(form, {title, send: values => send(entry, values)})),
    h(Refusals, {reasons: refusals}),
    report && h(EventReport, {report}));
}

export function EventsPanel() {
  const [delivery, setDelivery] = useKept('delivery');
  const [open, setOpen] = useKept('open');
  const [refused, setRefused] = useState({event: '', reasons: []});
  const {handled, scenario: {report}} = store.head;

  async function send(entry, values) {
    const [name, parts] = argumentsOf(entry);
    const reasons = await act(name, {...parts, ...values, ...delivery && {delivery}});
    setRefused({event: entry.event, reasons});
    if (reasons.length === 0) {
      setDelivery('');
    }
  }

  const onDone = reasons => setRefused({event: '', reasons});
  const isUnknown = report && !GROUPS.some(([, entries]) => entries.some(({event}) => event === report.event));
  return h('div', {class: 'panel-body events'},
    h('p', {class: 'out-of-sight', role: 'status', 'aria-label': 'Last event'}, report ? reportInWords(report) : ''),
    h('div', {class: 'event-tools', role: 'group', 'aria-label': 'Delivery and time'},
      h('div', {class: 'event-tool'},
        h(Choice, {label: 'Delivery of the next event', options: DELIVERIES, value: delivery, isMarked: delivery !== '', onChange: setDelivery})),
      h(Again, {onDone}),
      h(Clock, {onDone}),
      refused.event === '' && h(Refusals, refused)),
    isUnknown && h(EventReport, {report}),
    GROUPS.map(([title, entries]) => h('section', {key: title, class: 'event-group', 'aria-label': title},
      h('h3', null, title),
      h('ul', null, entries.map(entry => h(Row, {
        key: entry.event, entry, send, setOpen,
        isHandled: entry.event === 'recorded' || handled.includes(entry.event),
        isOpen: open === entry.event,
        report: report?.event === entry.event ? report : undefined,
        refusals: refused.event === entry.event ? refused.reasons : [],
      }))))));
}
