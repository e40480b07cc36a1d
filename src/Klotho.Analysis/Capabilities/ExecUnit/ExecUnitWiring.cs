using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>The runtime declarations of a class in a unit, and of the interfaces by which other units call it.</summary>
internal static class ExecUnitWiring
{
    public static WiringPart Of(CapabilityUse use)
    {
        if (use is not UnitClass { Class: var type, Unit.Id.Name: var unit } unitClass)
        {
            return WiringPart.Nothing;
        }

        return new(
            unitClass.Interfaces.Items.Select(contract => Interface(unit, type, contract)).Prepend(Class(unit, type)).ToEquatableArray(),
            unitClass.Interfaces.Items.Select(contract => UnitClientSource.Of(unit, contract)).ToEquatableArray());
    }

    /// <summary>Declares that a class lives in a unit, so that the runtime can resolve it there.</summary>
    public static string Class(string unit, TypeName type) =>
        $"new global::Klotho.Wiring.UnitDeclaration<{type.Source}>({CSharpLiteral.Of(unit)})";

    private static string Interface(string unit, TypeName type, UnitInterface contract)
    {
        var client = UnitClientSource.Of(unit, contract).Name;
        var types = $"{contract.Type.Source}, {type.Source}";
        string[] lines =
        [
            $"new global::Klotho.Wiring.UnitInterfaceDeclaration<{types}>({CSharpLiteral.Of(unit)}, static caller => new {client}(caller),",
            "[",
            .. contract.Methods.Items.Select(method => $"    {Method(contract, method)},"),
            "])",
        ];
        return string.Join("\n", lines);
    }

    private static string Method(UnitInterface contract, UnitMethod method)
    {
        var arguments = method.Parameters.Items.Select(parameter =>
            parameter.IsCancellation ? "cancel" : $"call.Argument<{parameter.Type.Source}>({CSharpLiteral.Of(parameter.Name)})");
        var target = method.DeclaringType == contract.Type ? "target" : $"(({method.DeclaringType.Source})target)";
        var called = $"{target}.{CSharpName.Escaped(method.Name)}({string.Join(", ", arguments)})";
        var body = method switch
        {
            { Streams: true, Result: { } item } => $"await call.StreamAsync<{item.Source}>({called}, cancel).ConfigureAwait(false)",
            { Result: { } result } => $"call.Result<{result.Source}>(await {called}.ConfigureAwait(false))",
            _ => $"await {called}.ConfigureAwait(false)",
        };
        var repeatable = method.IsRepeatable ? ",\n        IsRepeatable: true" : "";
        return $"new global::Klotho.Wiring.UnitMethod<{contract.Type.Source}>({CSharpLiteral.Of(method.Name)},\n        static async (target, call, cancel) => {body},\n        {Contract(method)}{repeatable})";
    }

    /// <summary>What the runtime makes the digest of, with the application's own options of System.Text.Json.</summary>
    private static string Contract(UnitMethod method)
    {
        var arguments = method.Parameters.Items
            .Where(parameter => !parameter.IsCancellation)
            .Select(parameter => $".Argument<{parameter.Type.Source}>({CSharpLiteral.Of(parameter.Name)})");
        var result = method.Result is { } type ? $".{(method.Streams ? "Item" : "Result")}<{type.Source}>()" : "";
        return $"new global::Klotho.Wiring.UnitContract(){string.Concat(arguments)}{result}";
    }
}
