using System.Globalization;
using System.Reflection;
using System.Text;
using Klotho.Compiler.Tests.Harness;
using Klotho.EndToEnd.Tests.SearchTheDeck;

namespace Klotho.EndToEnd.Tests.Swap;

/// <summary>The table in docs/runtime.md of what passes where, which is written from these tests. <c>KLOTHO_UPDATE_GOLDEN=1</c> writes it anew.</summary>
public sealed class SwapTableTests
{
    private static readonly (Type Place, string Shown)[] Places =
    [
        (typeof(MemoryPlace), "memory"), (typeof(FilesPlace), "files"), (typeof(AwsPlace), "AWS"), (typeof(ClusterPlace), "Kubernetes"),
    ];

    private static readonly (Type Host, string Shown)[] Hosts = [(typeof(MonolithIn<>), "one process"), (typeof(UnitsIn<>), "units"), (typeof(FunctionsIn<>), "functions"), (typeof(Place), "both, in turn")];

    [Fact]
    public void The_document_shows_what_passes_where()
    {
        var passed = typeof(SwapTableTests).Assembly.GetTypes().Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(DeskContract)) || type.IsSubclassOf(typeof(SwapContract))))
            .Select(type => (Way: Way(type), Type: type)).ToList();
        var text = new StringBuilder($"| | {string.Join(" | ", Places.Select(place => place.Shown))} |\n|---|{string.Concat(Places.Select(_ => "---|"))}\n");
        foreach (var test in passed.SelectMany(each => Tests(each.Type)).Distinct().Order(StringComparer.Ordinal))
        {
            var cells = Places.Select(place => string.Join(", ", Hosts
                .Where(host => passed.Any(each => each.Way == (place.Place, host.Host) && Tests(each.Type).Contains(test))).Select(host => host.Shown)));
            text.Append(CultureInfo.InvariantCulture, $"| {test.Replace('_', ' ')} | {string.Join(" | ", cells.Select(cell => cell.Length == 0 ? "–" : cell))} |\n");
        }

        MarkedDocument.Check(Path.Combine(Checkout.Root, "docs/runtime.md"), ("technology swap", $"{text}"));
    }

    /// <summary>Where a class runs the application, and as what.</summary>
    private static (Type Place, Type Host) Way(Type type)
    {
        var asked = type.GetConstructors().Single().GetParameters().Single().ParameterType;
        return asked.IsGenericType ? (asked.GetGenericArguments()[0], asked.GetGenericTypeDefinition()) : (asked, typeof(Place));
    }

    private static IEnumerable<string> Tests(Type type) =>
        type.GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null).Select(method => method.Name);
}
