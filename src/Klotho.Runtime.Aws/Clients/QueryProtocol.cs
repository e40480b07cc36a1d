using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Klotho.Aws;

/// <summary>AWS query, which Amazon SNS speaks (smithy.io/2.0/aws/protocols/aws-query-protocol.html, 2026-11-22).</summary>
internal sealed class QueryProtocol : AwsProtocol
{
    public static QueryProtocol Instance { get; } = new();

    /// <summary>A call with form parameters, in order.</summary>
    public static AwsCall Call(AwsService service, string operation, IEnumerable<(string Name, string Value)> parameters)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in parameters.Prepend(("Version", service.Version)).Prepend(("Action", operation)))
        {
            body.Append(body.Length == 0 ? "" : "&").Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return new AwsCall(operation, "application/x-www-form-urlencoded; charset=utf-8", Encoding.UTF8.GetBytes(body.ToString()));
    }

    /// <summary>The text of the first element with this name.</summary>
    public static string Text(ReadOnlyMemory<byte> body, string element) => Text(XDocument.Parse(Encoding.UTF8.GetString(body.Span)), element);

    /// <summary>The members of the list with this name, each as what gives the text of an element of it.</summary>
    public static IReadOnlyList<Func<string, string>> Members(ReadOnlyMemory<byte> body, string list) =>
    [
        .. XDocument.Parse(Encoding.UTF8.GetString(body.Span)).Descendants().Where(element => element.Name.LocalName == "member" && element.Parent?.Name.LocalName == list)
            .Select(member => new Func<string, string>(name => Text(member, name))),
    ];

    protected override (string Code, string Message) Error(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = XDocument.Parse(Encoding.UTF8.GetString(body.Span));
            return (Text(document, "Code"), Text(document, "Message"));
        }
        catch (XmlException)
        {
            // A proxy on the way may answer with anything; the status tells the rest.
            return ("", "The answer is not XML.");
        }
    }

    private static string Text(XContainer document, string element) =>
        document.Descendants().FirstOrDefault(found => found.Name.LocalName == element)?.Value ?? "";
}
