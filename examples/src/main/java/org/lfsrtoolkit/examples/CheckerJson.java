package org.lfsrtoolkit.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;

/** Reads the parts of a certificate, and refuses what has the wrong shape. */
final class CheckerJson {

    /** A claim that does not hold, in one line. */
    static final class Rejected extends Exception {

        private static final long serialVersionUID = 1L;

        Rejected(String reason) {
            super(reason);
        }
    }

    private CheckerJson() {}

    static void require(boolean holds, String claim) throws Rejected {
        if (!holds) {
            throw new Rejected(claim);
        }
    }

    static JsonNode array(JsonNode parent, String name) throws Rejected {
        JsonNode node = parent.path(name);
        require(node.isArray(), name + " is no list");
        return node;
    }

    static long integer(JsonNode node, String name) throws Rejected {
        require(node.isIntegralNumber() && node.canConvertToLong(), name + " is no integer");
        return node.asLong();
    }

    static BigInteger number(JsonNode node, String name) throws Rejected {
        require(node.isTextual() && node.asText().matches("0|[1-9][0-9]*"), name + " is no decimal string");
        return new BigInteger(node.asText());
    }

    static long[] vector(JsonNode node, CheckerField field, String name) throws Rejected {
        require(node.isArray(), name + " is no list");
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(node.get(i), name);
            require(field.contains(values[i]), name + " has an entry that is no element");
        }
        return values;
    }
}
