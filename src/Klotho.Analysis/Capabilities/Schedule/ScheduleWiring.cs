using Klotho.Analysis.Annotations;
using Klotho.Analysis.Capabilities.ExecUnit;

namespace Klotho.Analysis.Capabilities.Schedule;

/// <summary>The runtime declaration of a schedule, and of the class whose method it runs.</summary>
internal static class ScheduleWiring
{
    public static WiringPart Of(CapabilityUse use)
    {
        if (use is not ScheduledMethod { Schedule: var schedule, Handler: var handler })
        {
            return WiringPart.Nothing;
        }

        var names = string.Join(", ", new[] { schedule.Id.Name, schedule.Cron, handler.Unit.Name, handler.Display }.Select(CSharpLiteral.Of));
        return WiringPart.Of(
            ExecUnitWiring.Class(handler.Unit.Name, handler.Class),
            $"new global::Klotho.Wiring.ScheduleDeclaration<{handler.Class.Source}>({names},\n    static async (target, cancel) => await {HandlerCall.On("target", handler)}.ConfigureAwait(false))");
    }
}
