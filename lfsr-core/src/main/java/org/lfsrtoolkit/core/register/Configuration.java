package org.lfsrtoolkit.core.register;

/** The two ways to wire the same recurrence; they produce the same sequences and have the same cycle structure. */
public enum Configuration {
    /** Many to one: the new symbol is a sum over the taps. Its state is a window of the sequence. */
    FIBONACCI {
        @Override
        public AffineMap map(ShiftRegister register) {
            return register;
        }

        @Override
        public long[] fromFibonacci(ShiftRegister register, long[] state) {
            return state.clone();
        }

        @Override
        public long[] toFibonacci(ShiftRegister register, long[] state) {
            return state.clone();
        }
    },
    /** One to many: the symbol that leaves is added at every tap; see {@link GaloisRegister}. */
    GALOIS {
        @Override
        public AffineMap map(ShiftRegister register) {
            return GaloisRegister.of(register).toMap();
        }

        @Override
        public long[] fromFibonacci(ShiftRegister register, long[] state) {
            return GaloisRegister.of(register).fromFibonacci(state);
        }

        @Override
        public long[] toFibonacci(ShiftRegister register, long[] state) {
            return GaloisRegister.of(register).toFibonacci(state);
        }
    };

    /** The state map of the register in this configuration. */
    public abstract AffineMap map(ShiftRegister register);

    /** The state of this configuration that produces the same sequence as a state of the Fibonacci configuration. */
    public abstract long[] fromFibonacci(ShiftRegister register, long[] state);

    /** The inverse of {@link #fromFibonacci}. */
    public abstract long[] toFibonacci(ShiftRegister register, long[] state);
}
