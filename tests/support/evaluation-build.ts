// The bundler's constant, for programs that run from sources: modules read it as soon as they are there, so this is imported first.
Object.assign(globalThis, { __EVALUATION__: true });
