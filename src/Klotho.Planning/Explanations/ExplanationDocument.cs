using Klotho.Analysis.Collections;

namespace Klotho.Planning.Explanations;

/// <summary>
/// Why something is as it is, ready to be printed as text, JSON or Markdown: what it is about, and sections from what
/// caused it to what would change it. Nothing in it is computed by whoever prints it.
/// </summary>
/// <param name="Subject">What is explained, as it is asked for: <c>exec_unit:ocr</c>, <c>plan</c>.</param>
/// <param name="Title">The answer in one line.</param>
/// <param name="Sections">In the order in which they are read; none is empty.</param>
public sealed record ExplanationDocument(string Subject, string Title, EquatableArray<ExplanationSection> Sections);
