using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>
/// Prints the class by which other units call an interface. It implements the interface explicitly: code only sees the
/// interface, with its own default values, and no member's name can clash with another's.
/// </summary>
internal static class UnitClientSource
{
    public static ClientClass Of(string unit, UnitInterface contract)
    {
        var name = CSharpName.From(contract.FullName) + "Client";
        string[] start =
        [
            $"private sealed class {name} : {contract.Type.Source}",
            "{",
            "    private readonly global::Klotho.Wiring.IUnitCaller caller;",
            "",
            $"    public {name}(global::Klotho.Wiring.IUnitCaller caller) => this.caller = caller;",
        ];
        var methods = contract.Methods.Items.SelectMany(method => Method(unit, contract, method).Select(line => "    " + line).Prepend(""));
        return new(name, start.Concat(methods).Append("}").ToEquatableArray());
    }

    private static IEnumerable<string> Method(string unit, UnitInterface contract, UnitMethod method)
    {
        var parameters = method.Parameters.Items.Select(parameter => $"{parameter.Type.Source} {CSharpName.Escaped(parameter.Name)}");
        yield return $"{(method.Streams ? "" : "async ")}{method.ReturnType.Source} {method.DeclaringType.Source}.{CSharpName.Escaped(method.Name)}({string.Join(", ", parameters)}) =>";
        yield return $"    {(method.Streams ? "" : "await ")}this.caller.Call({CSharpLiteral.Of(unit)}, {CSharpLiteral.Of($"{contract.FullName}.{method.Name}")})";
        foreach (var value in method.Parameters.Items.Where(parameter => !parameter.IsCancellation))
        {
            yield return $"        .Argument<{value.Type.Source}>({CSharpLiteral.Of(value.Name)}, {CSharpName.Escaped(value.Name)})";
        }

        var result = method.Result is { } type ? $"<{type.Source}>" : "";
        var token = method.Parameters.Items.FirstOrDefault(parameter => parameter.IsCancellation);
        var cancel = token is null ? "global::System.Threading.CancellationToken.None" : CSharpName.Escaped(token.Name);
        yield return method.Streams ? $"        .StreamAsync{result}({cancel});" : $"        .SendAsync{result}({cancel}).ConfigureAwait(false);";
    }
}
