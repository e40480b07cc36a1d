using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Klotho.Planning.Yaml;

/// <summary>The parser's events, one at a time; a text that the parser rejects ends them with a <see cref="Failure"/>.</summary>
internal sealed class YamlEvents(string text, LineMap lines)
{
    private readonly Parser parser = new(new Scanner(new StringReader(text), skipComments: true));
    private long reached;

    public KlothoDiagnostic? Failure { get; private set; }

    /// <summary>The next event, or null at the end and after a failure.</summary>
    public ParsingEvent? Next()
    {
        if (Failure is not null)
        {
            return null;
        }

        try
        {
            if (!parser.MoveNext() || parser.Current is not { } current)
            {
                return null;
            }

            reached = Math.Max(reached, current.End.Index);
            return current;
        }
        catch (YamlException error)
        {
            Fail(lines.Span(error.Start.Index, error.End.Index), Sentence(error.Message));
        }
        catch (ArgumentException)
        {
            // A tag's name is built after it was scanned, and refuses there what is no URI.
            Fail(lines.Span(reached, reached), "what begins here has a tag that is no URI. Leave tags out.");
        }
        catch (InvalidOperationException)
        {
            // Some unclosed lists and mappings in braces leave the parser's state machine without a state.
            Fail(lines.Span(reached, reached), "what begins here is not closed or not complete. Check brackets, braces and quotes.");
        }

        return null;
    }

    public SourceLocation Span(ParsingEvent item) => lines.Span(item.Start.Index, item.End.Index);

    public SourceLocation Span(ParsingEvent first, ParsingEvent last) => lines.Span(first.Start.Index, last.End.Index);

    /// <summary>From the opening bracket to the closing one, before which the parser's last event ends.</summary>
    public SourceLocation Braced(ParsingEvent first, ParsingEvent last) => lines.Span(first.Start.Index, last.End.Index + 1);

    public void Fail(SourceLocation location, string sentence) => Failure ??= YamlRules.Malformed.At(location, sentence);

    private static string Sentence(string message)
    {
        var trimmed = message.Trim().TrimEnd('.');
        return trimmed.Length == 0 ? "the parser gives no reason." : char.ToLowerInvariant(trimmed[0]) + trimmed[1..] + ".";
    }
}
