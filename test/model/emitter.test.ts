import {expect} from '@open-wc/testing';
import {Emitter} from '../../src/model/emitter.js';

describe('Emitter', () => {
  it('calls each listener with the value, in the order in which they were added', () => {
    const emitter = new Emitter<number>();
    const calls: string[] = [];
    emitter.add((value) => calls.push(`first ${value}`));
    emitter.add((value) => calls.push(`second ${value}`));
    emitter.emit(1);
    emitter.emit(2);
    expect(calls).to.deep.equal(['first 1', 'second 1', 'first 2', 'second 2']);
  });

  it('calls a function that was added twice twice, until both are undone', () => {
    const emitter = new Emitter<string>();
    const calls: string[] = [];
    const listener = (value: string): unknown => calls.push(value);
    const undo = emitter.add(listener);
    const undoOther = emitter.add(listener);
    expect(emitter.size).to.equal(2);
    emitter.emit('both');
    undo();
    undo();
    expect(emitter.size).to.equal(1);
    emitter.emit('one');
    undoOther();
    emitter.emit('none');
    expect(calls).to.deep.equal(['both', 'both', 'one']);
  });

  it('does not call a listener that another one has removed', () => {
    const emitter = new Emitter<string>();
    const calls: string[] = [];
    emitter.add(() => undo());
    const undo = emitter.add((value) => calls.push(value));
    emitter.emit('a');
    expect(calls).to.deep.equal([]);
  });

  it('does not call a listener that was added during the emit', () => {
    const emitter = new Emitter<string>();
    const calls: string[] = [];
    const undo = emitter.add(() => {
      undo();
      emitter.add((value) => calls.push(value));
    });
    emitter.emit('a');
    emitter.emit('b');
    expect(calls).to.deep.equal(['b']);
  });

  it('gives every listener the same order of values when one of them emits', () => {
    const emitter = new Emitter<number>();
    const calls: string[] = [];
    emitter.add((value) => {
      calls.push(`first ${value}`);
      if (value < 3) emitter.emit(value + 1);
    });
    emitter.add((value) => calls.push(`second ${value}`));
    emitter.emit(1);
    expect(calls).to.deep.equal([
      'first 1',
      'second 1',
      'first 2',
      'second 2',
      'first 3',
      'second 3',
    ]);
  });

  it('removes all listeners, after the emit that is under way', () => {
    const emitter = new Emitter<string>();
    const calls: string[] = [];
    emitter.add(() => emitter.clear());
    emitter.add((value) => calls.push(value));
    emitter.emit('a');
    emitter.emit('b');
    expect(calls).to.deep.equal(['a']);
    expect(emitter.size).to.equal(0);
  });

  describe('with a listener that throws', () => {
    const platform = Object.getOwnPropertyDescriptor(globalThis, 'reportError');
    const reported: unknown[] = [];
    beforeEach(() => {
      reported.length = 0;
      const value = (error: unknown): unknown => reported.push(error);
      Object.defineProperty(globalThis, 'reportError', {configurable: true, value});
    });
    afterEach(() => {
      if (platform === undefined) Reflect.deleteProperty(globalThis, 'reportError');
      else Object.defineProperty(globalThis, 'reportError', platform);
    });

    it('reports the error and calls the others, now and later', () => {
      const emitter = new Emitter<string>();
      const calls: string[] = [];
      const error = new Error('the listener’s own');
      emitter.add(() => {
        throw error;
      });
      emitter.add((value) => calls.push(value));
      emitter.emit('a');
      emitter.emit('b');
      expect(calls).to.deep.equal(['a', 'b']);
      expect(reported).to.deep.equal([error, error]);
    });
  });
});
