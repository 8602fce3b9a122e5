package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.cycle.CycleCertificate.CofactorWitness;
import org.lfsrtoolkit.core.cycle.CycleCertificate.ComponentProof;
import org.lfsrtoolkit.core.cycle.CycleCertificate.PrimeWitness;
import org.lfsrtoolkit.core.integer.Primality;
import org.lfsrtoolkit.core.integer.PrimalityProof;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;

/** The text of a certificate; the format is described at {@link CycleCertificate#toJson}. */
final class CertificateJson {

    private CertificateJson() {}

    static String of(CycleCertificate certificate) {
        ExactAnalysis analysis = certificate.analysis();
        CycleStructure structure = analysis.cycleStructure();
        StringJoiner components = new StringJoiner(",", "[", "]");
        for (int i = 0; i < certificate.proofs().size(); i++) {
            components.add(
                    component(analysis.components().get(i), certificate.proofs().get(i)));
        }
        StringJoiner lengths = new StringJoiner(",", "[", "]");
        if (structure != null) {
            structure.counts().forEach((length, count) -> lengths.add("[" + text(length) + "," + text(count) + "]"));
        }
        return "{\"schema\":1,\"field\":{\"p\":" + analysis.map().field().characteristic()
                + ",\"modulus\":" + list(analysis.map().field().modulus())
                + "},\"map\":" + map(analysis.map())
                + ",\"components\":" + components
                + ",\"matrixOrder\":" + text(analysis.matrixOrder())
                + ",\"polynomialOrder\":" + text(analysis.polynomialOrder())
                + ",\"irreducible\":" + analysis.irreducible()
                + ",\"primitive\":" + analysis.primitive()
                + ",\"states\":" + text(analysis.states())
                + ",\"cycleStructure\":" + (structure == null ? "null" : lengths)
                // A count without the list behind it is not certified.
                + ",\"cycles\":" + (structure == null ? "null" : text(analysis.cycles()))
                + ",\"periodicStates\":" + text(analysis.periodicStates())
                + ",\"levels\":" + array(analysis.levels(), CertificateJson::text)
                + ",\"complete\":" + certificate.isComplete()
                + ",\"notCertified\":"
                + array(certificate.notCertified(), name -> "\"" + name + "\"")
                + "}";
    }

    private static String map(AffineMap map) {
        if (map instanceof ShiftRegister register) {
            return "{\"coefficients\":" + list(register.tapCoefficients()) + ",\"constant\":" + register.constant()
                    + "}";
        }
        return "{\"matrix\":" + array(Arrays.asList(map.matrix().toRows()), CertificateJson::list) + ",\"constant\":"
                + list(map.translation()) + "}";
    }

    private static String component(PrimaryComponent component, ComponentProof proof) {
        return "{\"factor\":" + list(proof.factor().coefficients())
                + ",\"divisors\":"
                + array(component.divisors(), d -> "[" + d.exponent() + "," + d.multiplicity() + "]")
                + ",\"order\":" + text(proof.isExact() ? proof.divides() : null)
                + ",\"orderDivides\":" + text(proof.divides())
                + ",\"primes\":" + array(proof.primes(), CertificateJson::prime)
                + ",\"cofactors\":" + array(proof.cofactors(), CertificateJson::cofactor)
                + "}";
    }

    private static String prime(PrimeWitness prime) {
        PrimalityProof proof = prime.proof();
        return "{\"prime\":" + text(prime.prime())
                + ",\"exponent\":" + prime.exponent()
                + ",\"evidence\":\"" + prime.evidence().name().toLowerCase(Locale.ROOT)
                + "\",\"proof\":" + (proof == null ? "null" : proof(proof))
                + ",\"witness\":" + list(prime.witness().coefficients()) + "}";
    }

    private static String cofactor(CofactorWitness cofactor) {
        return "{\"cofactor\":" + text(cofactor.cofactor())
                + ",\"exponent\":" + cofactor.exponent()
                + ",\"witness\":" + list(cofactor.witness().coefficients()) + "}";
    }

    /** Numbers that {@link Primality} decides have no conditions: 2^p − 1, by the test of Lucas and Lehmer. */
    private static String proof(PrimalityProof proof) {
        if (proof.witnesses().isEmpty()) {
            return "{\"method\":\"lucas-lehmer\",\"n\":" + text(proof.n()) + "}";
        }
        return "{\"method\":\"pocklington\",\"n\":" + text(proof.n())
                + ",\"witnesses\":"
                + array(proof.witnesses(), w -> "{\"r\":" + text(w.r()) + ",\"base\":" + w.base() + "}")
                + ",\"lemmas\":" + array(proof.lemmas(), CertificateJson::proof) + "}";
    }

    private static <T> String array(List<T> items, Function<T, String> format) {
        StringJoiner joined = new StringJoiner(",", "[", "]");
        items.forEach(item -> joined.add(format.apply(item)));
        return joined.toString();
    }

    private static String text(@Nullable BigInteger number) {
        return number == null ? "null" : "\"" + number + "\"";
    }

    private static String list(long... values) {
        return Arrays.toString(values).replace(" ", "");
    }
}
