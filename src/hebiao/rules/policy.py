"""
What an office may set: limits and expectations that a regulation leaves to it.

    [policy]                     in hebiao.toml
    exceeded_percent = 120
    fiscal_year = 2024

What a form prints on itself goes before what is set here (`Standards` of its layout).
"""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict, Field


class Policy(BaseModel):
    """The limits and expectations the rules judge by; percentages are whole numbers: 90 is 90 %."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    reason_below_percent: Decimal = Field(
        Decimal(90), ge=0, le=100, description="执行率低于这个百分数，应说明原因"
    )
    low_execution_percent: Decimal = Field(
        Decimal(60), ge=0, le=100, description="执行率低于这个百分数，才与指标得分比较是否相称"
    )
    gap_percent: Decimal = Field(
        Decimal(5), ge=0, le=100, description="指标得分比例高出执行率多少（百分数）算不相称"
    )
    exceeded_percent: Decimal = Field(
        Decimal(130), gt=100, description="完成值超过目标值的这个百分数，应核对目标是否偏低"
    )
    outcome_bands: tuple[Decimal, Decimal] = Field(
        (Decimal(80), Decimal(50)),
        description="定性指标“达成”“部分达成”的得分，最低各占分值的百分之几；表内印明的以表内为准",
    )
    grades: dict[str, Decimal] = Field(
        {"优": Decimal(90), "良": Decimal(80), "中": Decimal(60), "差": Decimal(0)},
        description="各等级的最低总分；表内印明的以表内为准",
    )
    weights: dict[str, Decimal] = Field(
        {},
        description="各部分应有的分值，如预算执行、产出指标、效益指标、满意度指标；不设的按表式",
        examples=[{"预算执行": 10, "产出指标": 50, "效益指标": 30, "满意度指标": 10}],
    )
    latest_form_month: int = Field(
        10, ge=1, le=12, description="自评表最迟在次年几月填报，更晚的请人核对日期"
    )
    fiscal_year: int | None = Field(
        None, ge=2000, le=2100, description="应填报的年度", examples=[2024]
    )
    projects: tuple[str, ...] = Field(
        (), description="应填报的项目名称清单", examples=[["图书室设备更新", "读者服务"]]
    )
    units: tuple[str, ...] = Field(
        (), description="应填报的单位名称清单", examples=[["市图书馆", "市文化馆"]]
    )


DEFAULT_POLICY = Policy()
