package org.lfsrtoolkit.gui.viewmodel;

/**
 * What the user typed.
 *
 * @param fieldText in the notation of {@link org.lfsrtoolkit.core.format.FieldText}
 * @param coefficientsText c_0, …, c_{d−1} separated by commas or blanks, or a characteristic polynomial in x
 */
public record AnalysisRequest(String fieldText, String coefficientsText) {}
