package org.lfsrtoolkit.core.sequence;

import java.math.BigInteger;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.Jump;
import org.lfsrtoolkit.core.register.LinearEmbedding;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * Where an output sequence begins, with a linear register in place of one with a constant.
 *
 * @param register linear
 * @param state of that register
 */
record SequenceStart(ShiftRegister register, long[] state) {

    /**
     * The state that a jump leads to.
     *
     * @throws IllegalArgumentException if the state does not fit the register or the jump is negative
     */
    static SequenceStart of(ShiftRegister register, long[] state, BigInteger jump) {
        if (jump.signum() < 0) {
            throw new IllegalArgumentException("jump = " + jump + ", expected at least 0");
        }
        LinearEmbedding embedding = LinearEmbedding.of(register);
        long[] vector = embedding.embed(state);
        ShiftRegister linear = (ShiftRegister) embedding.linear();
        long[] moved = jump.signum() == 0
                ? vector
                : Jump.of(linear, jump, RunControl.unlimited()).apply(vector);
        return new SequenceStart(linear, moved);
    }
}
