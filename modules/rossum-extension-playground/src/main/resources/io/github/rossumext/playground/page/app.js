// The screen.
import {Actions} from './actions.js';
import {tablesIn} from './attention.js';
import {AutomationPanel} from './automation.js';
import {Banner} from './banner.js';
import {ComparePanel} from './compare.js';
import {KeysDialog, PasteDialog} from './dialogs.js';
import {h, useEffect, useState} from './dom.js';
import {EventsPanel} from './events.js';
import {focusRegion, select} from './focus.js';
import {Header} from './header.js';
import {InspectorPanel} from './inspector.js';
import {Paper} from './paper.js';
import {ProblemsPanel} from './problems.js';
import {useRefusals} from './refusals.js';
import {ScenarioPanel} from './scenario.js';
import {Sidebar} from './sidebar.js';
import {store} from './store.js';
import {Table} from './table.js';

const PANELS = {Inspector: InspectorPanel, Events: EventsPanel, Automation: AutomationPanel, Problems: ProblemsPanel, Scenario: ScenarioPanel, Compare: ComparePanel};

/** Returns whether a key types something there. */
function isTyping(element) {
  return element.matches('input[type=text]:not([readonly]), textarea');
}

function useKeys(openKeys) {
  useEffect(() => {
    const onKey = event => {
      if (event.key === '?' && !isTyping(event.target)) {
        event.preventDefault();
        openKeys();
      } else if (event.key === 'F6') {
        event.preventDefault();
        focusRegion(event.shiftKey ? -1 : 1);
      }
    };
    const onFocus = event => {
      const key = event.target.closest?.('[data-key]')?.dataset.key;
      if (key) {
        select(Number(key));
      }
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('focusin', onFocus);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('focusin', onFocus);
    };
  }, []);
}

/** The tabs of the right side. Arrows go from one to the other. */
function Side({panel, setPanel, openExchange, setOpenExchange}) {
  const names = Object.keys(PANELS);
  const count = {Inspector: store.head.exchanges.length, Automation: store.head.automation.count, Problems: store.head.problemCount, Scenario: store.head.scenario.steps.length};
  const onKeyDown = event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      const next = names[(names.indexOf(panel) + step + names.length) % names.length];
      setPanel(next);
      document.getElementById(`tab-${next}`).focus();
    }
  };
  return h('aside', {class: 'side', 'data-region': 'inspector', 'aria-label': panel},
    h('div', {class: 'tabs', role: 'tablist', 'aria-label': 'What happened', onKeyDown},
      names.map(name => h('button', {
        key: name, id: `tab-${name}`, type: 'button', role: 'tab', class: 'tab',
        'aria-selected': name === panel ? 'true' : 'false',
        'aria-controls': name === panel ? 'panel' : undefined,
        tabIndex: name === panel ? 0 : -1,
        onClick: () => setPanel(name),
      }, name, count[name] !== undefined && h('span', {class: name === 'Problems' && count[name] > 0 ? 'badge error' : 'count'}, count[name])))),
    h('div', {id: 'panel', class: 'panel', role: 'tabpanel', 'aria-labelledby': `tab-${panel}`, tabIndex: -1},
      h(PANELS[panel], {open: openExchange, setOpen: setOpenExchange})));
}

export function App() {
  const [panel, setPanel] = useState('Inspector');
  const [openExchange, setOpenExchange] = useState(-1);
  const [showHidden, setShowHidden] = useState(false);
  const [dialog, setDialog] = useState('');
  const [refusals, setRefusals] = useRefusals();
  useKeys(() => setDialog('keys'));
  const {head} = store;
  useEffect(() => {
    document.title = `${head.fileName || head.name} – Playground`;
  }, [head.fileName, head.name]);
  useEffect(() => {
    setOpenExchange(-1);
  }, [store.document]);
  const {isEditable} = head;
  const tables = tablesIn(store).filter(table => showHidden || !table.hidden);
  const closeDialog = () => setDialog('');
  return h('div', {class: 'app'},
    h(Header, {
      showAutomation: () => setPanel('Automation'),
      openPaste: () => setDialog('paste'),
      openKeys: () => setDialog('keys'),
    }),
    h(Sidebar, {key: store.document, isEditable, showHidden, setShowHidden}),
    h('main', {class: 'middle', 'aria-label': 'Document'},
      h(Banner, {refusals, setRefusals, showExchange: number => { setPanel('Inspector'); setOpenExchange(number); }}),
      h(Paper),
      tables.length > 0 && h('div', {class: 'tables', 'data-region': 'tables'},
        tables.map(table => h(Table, {key: `${store.document}-${table.key}`, table, isEditable, showHidden})))),
    h(Side, {panel, setPanel, openExchange, setOpenExchange}),
    h(Actions, {onRefused: setRefusals}),
    dialog === 'keys' && h(KeysDialog, {onClose: closeDialog}),
    dialog === 'paste' && h(PasteDialog, {onClose: closeDialog}));
}
