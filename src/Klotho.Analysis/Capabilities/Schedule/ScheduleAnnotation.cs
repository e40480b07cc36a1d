using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary><c>[Schedule("id", "cron")]</c> on a method.</summary>
public sealed class ScheduleAnnotation : Annotation
{
    public override string AttributeName => "Klotho.ScheduleAttribute";

    public override string Expects => "a method";

    public override EquatableArray<DiagnosticRule> Rules => ScheduleRules.All;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is IMethodSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        if (symbol.Symbol is not IMethodSymbol method)
        {
            return AnnotationReading.Nothing;
        }

        var odd = method.Parameters.FirstOrDefault(parameter => HandlerShape.KnownArgument(parameter) != HandlerArgument.Cancellation);
        if ((HandlerShape.WhatIsWrong(method) ?? (odd is null ? null : $"takes '{odd.Name}', which is no CancellationToken")) is { } wrong)
        {
            return AnnotationReading.Wrong(ScheduleRules.Signature.At(symbol.SymbolLocation, method.ToMessage(), symbol.Id, wrong));
        }

        var cron = symbol.Text(1) ?? "";
        if (CronExpression.WhatIsWrong(cron) is { } mistake)
        {
            return AnnotationReading.Wrong(ScheduleRules.InvalidCron.At(symbol.ArgumentLocation(1), cron, symbol.Id, mistake));
        }

        var handler = new HandlerMethod(
            method.ContainingType.ToTypeName(),
            method.Name,
            method.Parameters.Select(_ => HandlerArgument.Cancellation).ToEquatableArray(),
            UnitMembership.UnitOf(method.ContainingType));
        var node = new ScheduleNode(new(ScheduleNode.Kind, symbol.Id), new([symbol.Location]), cron, handler.Display);
        return AnnotationReading.Of(new ScheduledMethod(node, symbol.SymbolLocation, handler));
    }

    public override IEnumerable<CapabilityEdge> Edges(CapabilityUse use, EquatableArray<CapabilityNode> nodes)
    {
        if (use is ScheduledMethod { Handler: var handler })
        {
            var step = new WitnessStep(handler.Display, use.Location);
            yield return new(use.Node.Id, handler.Unit, EdgeKind.Triggers, new([new(handler.Display, new([step]))]));
        }
    }

    public override WiringPart Wiring(CapabilityUse use) => ScheduleWiring.Of(use);
}
