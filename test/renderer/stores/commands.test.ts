import { expect, test } from 'vitest';
import {
  findShortcut,
  type KeyStroke,
  registerCommand,
  runCommand,
} from '../../../renderer/stores/commands.ts';

const stroke = (key: string, held: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  ...held,
});

test('the latest to register a command is asked, and the one before it again afterwards', () => {
  const ran: string[] = [];
  const endOuter = registerCommand('save', () => ran.push('outer'));
  const endInner = registerCommand('save', () => ran.push('inner'));
  expect(runCommand('save')).toBe(true);
  endInner();
  runCommand('save');
  endOuter();
  expect(runCommand('save')).toBe(false);
  expect(ran).toEqual(['inner', 'outer']);
});

test('taking a command back twice takes nothing else away', () => {
  const end = registerCommand('find', () => undefined);
  const endOther = registerCommand('find', () => undefined);
  end();
  end();
  expect(runCommand('find')).toBe(true);
  endOther();
});

test('the keys of Word do what they do in Word', () => {
  const keys = { s: 'save', f: 'find', h: 'replace', o: 'importFile', n: 'newReport' };
  for (const [key, command] of Object.entries(keys)) {
    expect(findShortcut(stroke(key, { ctrlKey: true }))).toBe(command);
    expect(findShortcut(stroke(key.toUpperCase(), { ctrlKey: true }))).toBe(command);
    expect(findShortcut(stroke(key))).toBeNull();
  }
  expect(findShortcut(stroke('n', { altKey: true }))).toBe('newReport');
});

test('undo and redo stay with the editor that has the caret', () => {
  expect(findShortcut(stroke('z', { ctrlKey: true }))).toBeNull();
  expect(findShortcut(stroke('y', { ctrlKey: true }))).toBeNull();
});

test('Ctrl+Shift+N and Alt+Shift+N take a note, AltGr+Shift+N types a letter', () => {
  const held = { shiftKey: true };
  expect(findShortcut(stroke('N', { ...held, ctrlKey: true }))).toBe('quickNote');
  expect(findShortcut(stroke('N', { ...held, altKey: true }))).toBe('quickNote');
  expect(findShortcut(stroke('N', { ...held, altKey: true, ctrlKey: true }))).toBeNull();
  expect(findShortcut(stroke('N', held))).toBeNull();
});

test('a key that an input method is using is no command', () => {
  expect(findShortcut(stroke('s', { ctrlKey: true, isComposing: true }))).toBeNull();
});

test('AltGr, which is Ctrl with Alt, types a letter', () => {
  expect(findShortcut(stroke('n', { ctrlKey: true, altKey: true }))).toBeNull();
});
